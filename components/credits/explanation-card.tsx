import { BalanceWaterfall, type WaterfallStep } from "./balance-waterfall";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type BalanceExplanation } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

import { BalanceEquation } from "./balance-equation";
import { LotStory } from "./lot-story";
import { lotTitle } from "./lot-title";

/** The balance, first as one sum over everything there ever was, then as what is left of each grant. */
export function ExplanationCard({ explanation }: { explanation: BalanceExplanation }) {
  const { balance, totals, lots, emptyLots } = explanation;
  const steps: WaterfallStep[] = lots.map((lot) => ({
    key: String(lot.no),
    title: lotTitle(lot),
    story: <LotStory lot={lot} />,
    creditsMilli: lot.spendableMilli,
    kind: lot.kind,
  }));
  return (
    <Card aria-labelledby="why">
      <CardHeader
        id="why"
        title={`Why is my balance ${formatCredits(balance.totalMilli)}?`}
        description="Everything that ever came in, less what became of it."
      />
      <CardBody>
        <BalanceEquation totals={totals} />
        <h3 className="mt-8 mb-1 text-[0.8125rem] font-medium text-ink-muted">
          It is what is left of these, in the order they are used
        </h3>
        <BalanceWaterfall totalMilli={balance.totalMilli} steps={steps} />
        {emptyLots.lots > 0 ? (
          <p className="border-t border-line pt-3 text-[0.8125rem] text-ink-muted">
            {emptyLots.lots === 1 ? "One earlier grant is" : `${emptyLots.lots} earlier grants are`} used up:
            of {formatCredits(emptyLots.grantedMilli)} credits, {formatCredits(emptyLots.spentMilli)} were
            used and {formatCredits(emptyLots.grantedMilli - emptyLots.spentMilli)} expired or were taken
            back.
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}
