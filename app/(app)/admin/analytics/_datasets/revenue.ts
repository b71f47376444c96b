import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, Revenue } from "@/lib/analytics/types";
import { columnsOf, count, dayColumn, money } from "@/components/charts/columns";

export function revenueDataset({ currency, points }: Revenue, bucket: Bucket): Dataset {
  const amounts = {
    subscription: "Subscriptions",
    packs: "Packs",
    refunds: "Refunds",
    disputes: "Lost disputes",
  };
  return {
    title: `Revenue by ${bucket}`,
    columns: [
      dayColumn(bucket),
      ...columnsOf(money(currency), { ...amounts, net: "Net" }),
      ...columnsOf(count, { payments: "Payments" }),
    ],
    rows: points.map((point) => [
      ...[point.day, point.subscriptionMinor, point.packsMinor, point.refundsMinor, point.disputesMinor],
      ...[point.netMinor, point.payments],
    ]),
  };
}
