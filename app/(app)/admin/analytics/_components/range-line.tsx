import type { AnalyticsQuery } from "@/lib/analytics/types";
import { rangeWords } from "../_range/range-words";

/** Which days the figures are of, and which they are compared with. */
export function RangeLine({ query: { range, before, zone } }: { query: AnalyticsQuery }) {
  return (
    <>
      {rangeWords(range)}, {zone.replaceAll("_", " ")}
      {before ? <>, compared with {rangeWords(before)}</> : null}
    </>
  );
}
