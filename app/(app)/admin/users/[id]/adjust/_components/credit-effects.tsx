import { EffectTable, type Effect } from "@/app/(app)/admin/_components/effect-table";
import { CreditAmount } from "@/components/credits/credit-amount";
import type { AdjustmentEffect, Change } from "@/lib/credit-adjustments/types";

const toEffect = (label: string, { beforeMilli, changeMilli, afterMilli }: Change): Effect => ({
  label,
  before: <CreditAmount creditsMilli={beforeMilli} />,
  change: (
    <>
      {changeMilli > 0n ? "+" : ""}
      <CreditAmount creditsMilli={changeMilli} />
    </>
  ),
  after: <CreditAmount creditsMilli={afterMilli} />,
});

/** What can be spent and what is owed: before, the change, after. */
export function CreditEffects({ effect: { spendable, debt } }: { effect: AdjustmentEffect }) {
  const owes = debt.beforeMilli > 0n || debt.changeMilli !== 0n;
  return (
    <EffectTable
      label="Before and after"
      effects={[toEffect("Can spend", spendable), ...(owes ? [toEffect("Owes", debt)] : [])]}
    />
  );
}
