import { DateTime } from "@/components/ui/date-time";
import { type Entry } from "@/lib/credits/types";

/** After the words of an entry: a year's months are all granted with its payment, and each counts from its own day. */
export function CountsFrom({ entry: { countsFrom } }: { entry: Pick<Entry, "countsFrom"> }) {
  return countsFrom ? (
    <>
      , counts from <DateTime value={countsFrom} />
    </>
  ) : null;
}
