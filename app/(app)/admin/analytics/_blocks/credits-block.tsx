import { Wallet } from "lucide-react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { RankingBars } from "@/components/charts/ranking-bars";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { OutstandingOfKind } from "@/lib/analytics/types";
import { formatCredits } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { size } from "@/components/charts/columns";
import {
  creditFlowDataset,
  kindWords,
  liabilityDataset,
  mostFirst,
  outstandingDataset,
} from "../_datasets/credits";
import { toCsvHref } from "../search-params";
import type { BlockProps } from "./block-props";
import { readCreditFlow } from "./read";

const flowSeries: readonly Series[] = [
  { key: "issued", label: "Issued", colour: "var(--chart-new)", shape: "bar" },
  { key: "spent", label: "Spent", colour: "var(--chart-expansion)", shape: "bar", below: true },
  { key: "expired", label: "Expired", colour: "var(--chart-contraction)", shape: "bar", below: true },
  { key: "clawedBack", label: "Taken back", colour: "var(--chart-churn)", shape: "bar", below: true },
];

const outstandingSeries: readonly Series[] = [
  { key: "outstanding", label: "Outstanding", colour: "var(--chart-new)", shape: "area" },
];

const kindColours: Readonly<Record<OutstandingOfKind["kind"], string>> = {
  subscription: "var(--credit-subscription)",
  payg: "var(--credit-payg)",
  promo: "var(--chart-expansion)",
  admin: "var(--chart-reactivation)",
  debt: "var(--danger-solid)",
};

export async function CreditsBlock({ ctx, query, search }: BlockProps) {
  const flow = await readCreditFlow(ctx, query);
  const { now } = flow.figures;
  if (now.issuedMilli === 0n && now.outstandingMilli === 0n && flow.outstanding.length === 0) {
    return (
      <EmptyState icon={Wallet} title="No credits were given out yet" className="py-10">
        Credits that people buy or are given come in here, and go out as they are spent or expire.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <SeriesFigure
        dataset={creditFlowDataset(flow, query.bucket)}
        series={flowSeries}
        csvHref={toCsvHref("credits", search)}
        sums={{
          ...{ issued: now.issuedMilli, spent: now.spentMilli },
          ...{ expired: now.expiredMilli, clawedBack: now.clawedBackMilli },
        }}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <SeriesFigure
          dataset={outstandingDataset(flow, query.bucket)}
          series={outstandingSeries}
          csvHref={toCsvHref("outstanding", search)}
          note="What people can still spend: the liability."
          height="h-52"
        />
        <ChartFigure
          dataset={liabilityDataset(flow)}
          csvHref={toCsvHref("liability", search)}
          note="At the end of the range."
        >
          <RankingBars
            items={mostFirst(flow.outstanding).map(({ kind, milli }) => ({
              key: kind,
              label: kindWords[kind],
              drawn: Number(size(milli)) / 1000,
              value: formatCredits(milli),
              colour: kindColours[kind],
            }))}
          />
        </ChartFigure>
      </div>
    </div>
  );
}
