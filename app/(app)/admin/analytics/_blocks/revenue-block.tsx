import { Receipt } from "lucide-react";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { Revenue } from "@/lib/analytics/types";
import { formatCount, formatMoney } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { StatRow } from "@/components/charts/stat-row";
import { toStat } from "@/components/charts/to-stat";
import { revenueDataset } from "../_datasets/revenue";
import { toCsvHref } from "../search-params";
import { questionKey, type BlockProps } from "./block-props";
import { revenueIn } from "./in-currency";
import { readRevenue } from "./read";
import { readCurrency } from "./read-currency";

const series: readonly Series[] = [
  { key: "subscription", label: "Subscriptions", colour: "var(--credit-subscription)", shape: "bar" },
  { key: "packs", label: "Packs", colour: "var(--credit-payg)", shape: "bar" },
  { key: "refunds", label: "Refunds", colour: "var(--chart-contraction)", shape: "bar", below: true },
  { key: "disputes", label: "Lost disputes", colour: "var(--chart-churn)", shape: "bar", below: true },
];

export async function RevenueBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const [{ currency }, revenues] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readRevenue(ctx, query),
  ]);
  const revenue = revenueIn(revenues, currency);
  if (!revenue) {
    return (
      <EmptyState
        icon={Receipt}
        title={`Nothing was paid in ${currency.toUpperCase()} in these days`}
        className="py-10"
      >
        Plans and packs that people pay for stand here, in the hour they are paid. A longer range may hold
        some.
      </EmptyState>
    );
  }
  const { now } = revenue.totals;
  return (
    <div className="flex flex-col gap-6">
      <StatRow stats={statsOf(revenue)} of={questionKey(props)} />
      <SeriesFigure
        dataset={revenueDataset(revenue, query.bucket)}
        series={series}
        csvHref={toCsvHref("revenue", search)}
        note="What was paid above the line, what was given back below it."
        sums={{
          ...{ subscription: now.subscriptionMinor, packs: now.packsMinor },
          ...{ refunds: now.refundsMinor, disputes: now.disputesMinor },
        }}
        height="h-64"
      />
    </div>
  );
}

function statsOf({ currency, totals: { now, before } }: Revenue) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  return [
    toStat({ label: "Net", now: now.netMinor, before: before?.netMinor, format, more: "good" }),
    toStat({ label: "Gross", now: now.grossMinor, before: before?.grossMinor, format, more: "good" }),
    toStat({
      ...{ label: "Given back", format, more: "bad" },
      now: now.refundsMinor + now.disputesMinor,
      before: before && before.refundsMinor + before.disputesMinor,
    }),
    toStat({
      ...{ label: "Payments", format: formatCount, more: "good" },
      ...{ now: now.payments, before: before?.payments },
    }),
  ];
}
