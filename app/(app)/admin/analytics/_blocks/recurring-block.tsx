import { Repeat } from "lucide-react";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { Recurring } from "@/lib/analytics/types";
import { formatMoney, formatShare } from "@/lib/shared/format";
import { describeChange } from "../_components/describe-change";
import { SeriesFigure } from "../_components/series-figure";
import { StatRow } from "../_components/stat-row";
import { size } from "../_datasets/columns";
import { movementDataset, mrrDataset } from "../_datasets/recurring";
import { toCsvHref } from "../search-params";
import { questionKey, type BlockProps } from "./block-props";
import { recurringIn } from "./in-currency";
import { readRecurring } from "./read";
import { readCurrency } from "./read-currency";

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
      <EmptyState icon={Repeat} title="Nobody has a paid plan" className="py-10">
        The first subscription begins this chart: what comes in each month, and what makes it more or less.
      </EmptyState>
    );
  }
  const { now } = recurring.movement;
  return (
    <div className="flex flex-col gap-6">
      <StatRow stats={statsOf(recurring, questionKey(props))} />
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

function statsOf({ currency, figures: { now, before } }: Recurring, of: string) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  const told = (minor: bigint | null) => (minor === null ? "—" : format(minor));
  return [
    {
      ...{ label: "MRR", text: format(now.mrrMinor), of },
      ...describeChange({ now: now.mrrMinor, before: before?.mrrMinor, format, more: "good" }),
    },
    {
      ...{ label: "Per subscriber", text: told(now.arpuMinor), of },
      ...describeChange({ now: now.arpuMinor, before: before?.arpuMinor, format, more: "good" }),
    },
    {
      ...{
        label: "Churn rate, a month",
        text: now.churnRate === null ? "—" : formatShare(now.churnRate),
        of,
      },
      ...describeChange({
        ...{ now: now.churnRate, before: before?.churnRate, format: formatShare },
        ...{ more: "bad", points: true },
      }),
    },
    {
      ...{ label: "Lifetime value", text: told(now.ltvMinor), of },
      ...describeChange({ now: now.ltvMinor, before: before?.ltvMinor, format, more: "good" }),
    },
  ];
}
