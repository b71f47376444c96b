import { Tags } from "lucide-react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { RankingBars } from "@/components/charts/ranking-bars";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlanShare } from "@/lib/analytics/types";
import { formatCount, formatMoney, formatShare } from "@/lib/shared/format";
import { plansDataset, planWords, sharesIn } from "../_datasets/plans";
import { toCsvHref } from "../search-params";
import type { BlockProps } from "./block-props";
import { readPlanShares } from "./read";
import { readCurrency } from "./read-currency";

const colours: Readonly<Record<PlanShare["state"], string>> = {
  paying: "var(--credit-subscription)",
  trialing: "var(--chart-expansion)",
  complimentary: "var(--chart-quiet)",
};

export async function PlansBlock({ ctx, query, search }: BlockProps) {
  const [{ currency }, all] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readPlanShares(ctx, query),
  ]);
  const shares = sharesIn(all, currency);
  const people = shares.reduce((sum, share) => sum + share.people, 0);
  if (people === 0) {
    return (
      <EmptyState icon={Tags} title="Nobody has a plan" className="py-10">
        Who pays, tries or was given a plan is shown here, by plan.
      </EmptyState>
    );
  }
  return (
    <ChartFigure
      dataset={plansDataset(shares, currency)}
      csvHref={toCsvHref("plans", search)}
      note="At the end of the range."
    >
      <RankingBars
        items={shares.map((share) => ({
          key: `${share.planKey ?? share.planName} ${share.interval ?? ""} ${share.state}`,
          label: <PlanLabel share={share} />,
          drawn: share.people,
          value: formatCount(share.people),
          note: noteOf(share, people, currency),
          colour: colours[share.state],
        }))}
      />
    </ChartFigure>
  );
}

function PlanLabel({ share }: { share: PlanShare }) {
  return (
    <>
      {planWords(share)}
      {share.planKey === null ? (
        <Badge tone="warning" className="ml-2">
          Not in the catalogue
        </Badge>
      ) : null}
      {share.state === "paying" ? null : (
        <Badge tone={share.state === "trialing" ? "accent" : "neutral"} className="ml-2">
          {share.state === "trialing" ? "On trial" : "Complimentary"}
        </Badge>
      )}
    </>
  );
}

function noteOf({ people, peopleBefore, mrrMinor, state }: PlanShare, all: number, currency: string): string {
  const parts = [`${formatShare(people / all)} of all with a plan`];
  if (state === "paying") parts.push(`${formatMoney(mrrMinor, currency)} MRR`);
  if (peopleBefore !== null && peopleBefore !== people) parts.push(`${formatCount(peopleBefore)} before`);
  return parts.join(" · ");
}
