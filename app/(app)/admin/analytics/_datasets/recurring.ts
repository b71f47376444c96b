import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, Recurring } from "@/lib/analytics/types";
import { columnsOf, count, dayColumn, money, size } from "@/components/charts/columns";

export function mrrDataset({ currency, points }: Recurring, bucket: Bucket): Dataset {
  return {
    title: "Monthly recurring revenue",
    columns: [
      dayColumn(bucket),
      ...columnsOf(money(currency), { mrr: "MRR" }),
      ...columnsOf(count, { subscribers: "Subscribers" }),
    ],
    rows: points.map(({ day, mrrMinor, subscribers }) => [day, mrrMinor, subscribers]),
  };
}

export function movementDataset({ currency, points }: Recurring, bucket: Bucket): Dataset {
  const gained = { new: "New", expansion: "Expansion", reactivation: "Reactivation" };
  const lost = { contraction: "Contraction", churn: "Churn" };
  return {
    title: "Movement of MRR",
    columns: [dayColumn(bucket), ...columnsOf(money(currency), { ...gained, ...lost, net: "Net" })],
    rows: points.map((point) => {
      const { newMinor, expansionMinor, reactivationMinor } = point;
      const [contraction, churn] = [size(point.contractionMinor), size(point.churnMinor)];
      const net = newMinor + expansionMinor + reactivationMinor - contraction - churn;
      return [point.day, newMinor, expansionMinor, reactivationMinor, contraction, churn, net];
    }),
  };
}
