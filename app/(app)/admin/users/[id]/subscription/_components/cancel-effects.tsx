import { EffectTable } from "@/app/(app)/admin/_components/effect-table";
import { CreditAmount } from "@/components/credits/credit-amount";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { Plan } from "@/lib/subscriptions/types";

/** What is no longer billed, and what no longer comes. */
export function CancelEffects({ plan }: { plan: Plan }) {
  const { amountMinor, creditsMilli } = plan.next ?? plan;
  const { currency, periodEndsAt, next } = plan;
  const money = (amount: bigint) => <Money amountMinor={amount} currency={currency} />;
  const planned = {
    ...{ label: "Planned change", before: next?.planName, change: "dropped", after: "none" },
  };
  return (
    <div className="mt-3">
      <EffectTable
        label="What canceling does"
        effects={[
          {
            label: "Next payment",
            note: (
              <>
                Due <DateTime value={periodEndsAt} />
              </>
            ),
            ...{ before: money(amountMinor), change: money(-amountMinor), after: money(0n) },
          },
          {
            label: "Credits each month after it",
            before: <CreditAmount creditsMilli={creditsMilli} />,
            change: <CreditAmount creditsMilli={-creditsMilli} />,
            after: <CreditAmount creditsMilli={0n} />,
          },
          ...(next ? [planned] : []),
        ]}
      />
    </div>
  );
}
