import { Repeat } from "lucide-react";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { Recurring, RecurringFigures } from "@/lib/analytics/types";
import { formatMoney, formatShare } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { StatRow } from "@/components/charts/stat-row";
import { toStat } from "@/components/charts/to-stat";
import { size } from "@/components/charts/columns";
import { movementDataset, mrrDataset } from "../_datasets/recurring";
import { toCsvHref } from "../search-params";
import { questionKey, type BlockProps } from "./block-props";
import { recurringIn } from "./in-currency";
import { readRecurring } from "./read";
import { readCurrency } from "./read-currency";
import { whyNoChurn } from "./recurring-words";

const level: readonly Series[] = [
  { key: "mrr", label: "MRR", colour: "var(--credit-subscription)", shape: "area" },
];

const movement: readonly Series[] = [
  { key: "new", label: "New", colour: "var(--chart-new)", shape: "bar" },
  { key: "expansion", label: "Expansion", colour: "var(--chart-expansion)", shape: "bar" },
  { key: "reactivation", label: "Reactivation", colour: "var(--chart-reactivation)", shape: "bar" },
  { key: "contraction", label: "Contraction", colour: "var(--chart-contraction)", shape: "bar", below: true },
  { key: "churn", label: "Churn", colour: "var(--chart-churn)", shape: "bar", below: true },
];

export async function RecurringBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const [{ currency }, recurrings] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readRecurring(ctx, query),
  ]);
  const recurring = recurringIn(recurrings, currency);
  if (!recurring) {
    return (
      <EmptyState
        icon={Repeat}
        title={`Nobody has a paid plan in ${currency.toUpperCase()}`}
        className="py-10"
      >
        The first subscription begins this chart: what comes in each month, and what makes it more or less.
      </EmptyState>
    );
  }
  const { now } = recurring.movement;
  return (
    <div className="flex flex-col gap-6">
      <StatRow stats={statsOf(recurring)} of={questionKey(props)} />
      <div className="grid gap-8 lg:grid-cols-2">
        <SeriesFigure
          dataset={mrrDataset(recurring, query.bucket)}
          series={level}
          csvHref={toCsvHref("mrr", search)}
          note={`At the end of each ${query.bucket}; of a yearly price a twelfth.`}
        />
        <SeriesFigure
          dataset={movementDataset(recurring, query.bucket)}
          series={movement}
          csvHref={toCsvHref("movement", search)}
          sums={{
            ...{ new: now.newMinor, expansion: now.expansionMinor, reactivation: now.reactivationMinor },
            ...{ contraction: size(now.contractionMinor), churn: size(now.churnMinor) },
          }}
        />
      </div>
    </div>
  );
}

function statsOf({ currency, figures: { now, before } }: Recurring) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  return [
    toStat({ label: "MRR", now: now.mrrMinor, before: before?.mrrMinor, format, more: "good" }),
    toStat({
      ...{ label: "Per subscriber", format, more: "good", why: "No subscribers at the end" },
      ...{ now: now.arpuMinor, before: before?.arpuMinor },
    }),
    toStat({
      ...{ label: "Churn rate, a month", format: formatShare, more: "bad", points: true, why: whyNoChurn },
      ...{ now: now.churnRate, before: before?.churnRate },
    }),
    toStat({
      ...{ label: "Lifetime value", format, more: "good", why: whyNoLifetime(now) },
      ...{ now: now.ltvMinor, before: before?.ltvMinor },
    }),
  ];
}

function whyNoLifetime({ churnRate, arpuMinor }: RecurringFigures): string {
  if (arpuMinor === null) return "No subscribers at the end";
  return churnRate === null ? whyNoChurn : "Nobody left";
}
