import { CircleCheck } from "lucide-react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { RankingBars } from "@/components/charts/ranking-bars";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { Collection, CollectionFigures, DeclineReason } from "@/lib/analytics/types";
import { formatCount, formatMoney, formatShare } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { StatRow } from "@/components/charts/stat-row";
import { toStat } from "@/components/charts/to-stat";
import { collectionsDataset, declinesDataset, reasonWords } from "../_datasets/collections";
import { toCsvHref } from "../search-params";
import { questionKey, type BlockProps } from "./block-props";
import { collectionIn } from "./in-currency";
import { readCollections } from "./read";
import { readCurrency } from "./read-currency";

const series: readonly Series[] = [
  { key: "recovered", label: "Recovered", colour: "var(--chart-expansion)", shape: "bar" },
  { key: "open", label: "Not recovered", colour: "var(--chart-churn)", shape: "bar" },
];

export async function CollectionsBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const [{ currency }, { collections, declines }] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readCollections(ctx, query),
  ]);
  const collection = collectionIn(collections, currency);
  const now = collection?.figures.now;
  if (!collection || !now || now.failedPayments === 0) {
    return (
      <EmptyState
        icon={CircleCheck}
        title={`No payment in ${currency.toUpperCase()} was refused`}
        className="py-10"
      >
        Cards that are refused, why, and how many of those payments are made after all are told here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <StatRow stats={statsOf(collection)} of={questionKey(props)} />
      <div className="grid gap-8 lg:grid-cols-2">
        <SeriesFigure
          dataset={collectionsDataset(collection, query.bucket)}
          series={series}
          csvHref={toCsvHref("collections", search)}
          sums={{ recovered: now.recoveredMinor, open: now.failedMinor - now.recoveredMinor }}
          height="h-52"
        />
        <Declines declines={declines} csvHref={toCsvHref("declines", search)} />
      </div>
    </div>
  );
}

function Declines({ declines, csvHref }: { declines: readonly DeclineReason[]; csvHref: string }) {
  return (
    <ChartFigure
      dataset={declinesDataset(declines)}
      csvHref={csvHref}
      note="Every try counts, in all currencies."
    >
      <RankingBars
        items={declines.map(({ reason, tries }) => ({
          key: reason,
          label: reasonWords(reason),
          drawn: tries,
          value: formatCount(tries),
          colour: "var(--chart-churn)",
        }))}
      />
    </ChartFigure>
  );
}

const recoveryOf = (figures: CollectionFigures | null) =>
  figures && figures.failedPayments > 0 ? figures.recoveredPayments / figures.failedPayments : null;

function statsOf({ currency, figures: { now, before } }: Collection) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  return [
    toStat({
      ...{ label: "Refused payments", format: formatCount, more: "bad" },
      ...{ now: now.failedPayments, before: before?.failedPayments },
    }),
    toStat({ label: "Worth", now: now.failedMinor, before: before?.failedMinor, format, more: "bad" }),
    // More is recovered where more was refused: neither good nor bad by itself.
    toStat({
      ...{ label: "Recovered", format, more: "neutral" },
      ...{ now: now.recoveredMinor, before: before?.recoveredMinor },
    }),
    toStat({
      ...{ label: "Recovery rate", format: formatShare, more: "good", points: true },
      ...{ now: recoveryOf(now), before: recoveryOf(before) },
    }),
  ];
}
