import type { Dataset } from "@/components/charts/dataset";
import type { Retention } from "@/lib/analytics/types";
import { columnsOf, count } from "@/components/charts/columns";

/** How many months the longest known cohort has. */
export const monthsOf = ({ cohorts }: Retention): number =>
  cohorts.reduce((most, { returned }) => Math.max(most, returned.length), 0);

export function retentionDataset(retention: Retention): Dataset {
  const months = Array.from({ length: monthsOf(retention) }, (_, index) => `Month ${index}`);
  return {
    title: retention.of === "active" ? "Who came back to run a service" : "Who came back to pay",
    columns: [
      { key: "month", title: "Signed up in", unit: { kind: "day", bucket: "month" } },
      ...columnsOf(count, { people: "People" }),
      ...months.map((title) => ({ key: title, title, unit: count })),
    ],
    rows: retention.cohorts.map(({ month, people, returned }) => [
      ...[month, people],
      ...months.map((_, index) => returned[index] ?? null),
    ]),
  };
}
