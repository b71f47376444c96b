import type { AnalyticsQuery } from "@/lib/analytics/types";
import { rangeWords } from "@/components/ranges/range-words";

type RangeLineProps = { query: AnalyticsQuery; running: boolean };

/** Which days the figures are of, and which they are compared with. */
export function RangeLine({ query: { range, before, zone, bucket }, running }: RangeLineProps) {
  return (
    <>
      {rangeWords(range)}, {zone.replaceAll("_", " ")}
      {before ? <>, compared with {rangeWords(before)}</> : null}
      {running ? <>. {bucket === "day" ? "Today" : `The last ${bucket}`} is not over.</> : null}
    </>
  );
}
