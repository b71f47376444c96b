import { CreditAmount } from "@/components/credits/credit-amount";
import { CreditSplit } from "@/components/credits/credit-split";
import type { SpendableBalance } from "@/components/credits/spendable-balance";
import { Card, CardBody } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { Money } from "@/components/ui/money";
import { formatCredits } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import { toPlanTitle, toPlanWords } from "../../_components/plan-words";

/** The plan that has begun, beside the balance that its credits are part of. */
export function PlanBegun({ plan, balance }: { plan: Plan; balance: SpendableBalance }) {
  const { next } = toPlanWords(plan, null);
  return (
    <Card aria-label="Your new plan">
      <CardBody className="grid gap-8 sm:grid-cols-2">
        <div>
          <Figure size="lg" label="Your balance now" value={formatCredits(balance.totalMilli)} />
          <CreditSplit balance={balance} className="mt-5" />
        </div>
        <dl className="grid grid-cols-[1fr_auto] content-start gap-y-3 sm:border-l sm:border-line sm:pl-8">
          <dt className="text-ink-muted">Plan</dt>
          <dd className="text-right font-medium">{toPlanTitle(plan)}</dd>
          <dt className="text-ink-muted">Credits each month</dt>
          <dd className="text-right font-medium">
            <CreditAmount creditsMilli={plan.creditsMilli} />
          </dd>
          <dt className="text-ink-muted">Price</dt>
          <dd className="text-right font-medium">
            <Money amountMinor={plan.amountMinor} currency={plan.currency} /> a {plan.interval ?? "period"}
          </dd>
          {next ? (
            <>
              <dt className="text-ink-muted">{next.words}</dt>
              <dd className="text-right font-medium">
                <DateTime value={next.at} />
              </dd>
            </>
          ) : null}
        </dl>
      </CardBody>
    </Card>
  );
}
