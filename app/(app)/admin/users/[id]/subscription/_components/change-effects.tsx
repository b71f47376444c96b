import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { EffectTable } from "@/app/(app)/admin/_components/effect-table";
import { toPlanTitle } from "@/app/(app)/billing/plans/_components/plan-words";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { formatCredits, formatMoney } from "@/lib/shared/format";
import type { Plan, PlanChangePreview } from "@/lib/subscriptions/types";
import { submitChange } from "../_actions/change";
import { planFailures } from "./plan-failures";

interface ChangeEffectsProps {
  userId: string;
  plan: Plan;
  preview: PlanChangePreview;
  when: "now" | "period_end" | null;
}

/** What the change does, and the form that does exactly that. */
export function ChangeEffects({ userId, plan, preview, when }: ChangeEffectsProps) {
  const { to, token, dueNowMinor, currency } = preview;
  const now = preview.when === "now";
  const paid = dueNowMinor > 0n ? ` for ${formatMoney(dueNowMinor, currency)} now` : "";
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={`To ${toPlanTitle({ planName: to.planName, interval: to.interval })}`}
        description={
          now ? (
            "At once, charged to the member’s card. They are told by mail."
          ) : (
            <>
              On <DateTime value={preview.at} show="time" />; until then it can be taken back. The member is
              told by mail.
            </>
          )
        }
      />
      <Effects plan={plan} preview={preview} />
      <CardBody className="border-t border-line">
        <ConfirmForm
          id="change-plan"
          action={submitChange}
          label={now ? `Change the plan${paid}` : "Plan the change"}
          values={{ userId, lookupKey: to.lookupKey, when: when ?? "", token }}
          words={planFailures}
        />
      </CardBody>
    </Card>
  );
}

function Effects({ plan, preview }: Pick<ChangeEffectsProps, "plan" | "preview">) {
  const { currency, givenBackMinor, dueNowMinor, creditsNowMilli, nextInvoice } = preview;
  const money = (amount: bigint) => <Money amountMinor={amount} currency={currency} />;
  const credits = (amount: bigint) => <CreditAmount creditsMilli={amount} />;
  const monthly = preview.creditsPerMonthMilli;
  const more = monthly - plan.creditsMilli;
  return (
    <div className="mt-3">
      <EffectTable
        label="What the change does"
        effects={[
          {
            label: "Price",
            note: (
              <>
                Next due <DateTime value={nextInvoice.at} />
              </>
            ),
            before: `${formatMoney(plan.amountMinor, plan.currency)} a ${plan.interval ?? "period"}`,
            change: "→",
            after: `${formatMoney(nextInvoice.amountMinor, currency)} a ${preview.to.interval}`,
          },
          {
            label: "Credits each month",
            before: credits(plan.creditsMilli),
            change: `${more > 0n ? "+" : ""}${formatCredits(more)}`,
            after: credits(monthly),
          },
          {
            label: "Charged now",
            note:
              givenBackMinor > 0n
                ? `${formatMoney(givenBackMinor, currency)} of the old plan is counted against it`
                : undefined,
            ...{ before: "—", change: money(dueNowMinor), after: "—" },
          },
          { label: "Credits now", before: "—", change: `+${formatCredits(creditsNowMilli)}`, after: "—" },
        ]}
      />
    </div>
  );
}
