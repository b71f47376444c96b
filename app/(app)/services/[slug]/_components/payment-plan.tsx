import { CreditAmount } from "@/components/credits/credit-amount";
import { kindStyles } from "@/components/credits/credit-kind";
import { cn } from "@/components/ui/cn";
import type { CreditBalanceView, ServiceQuote } from "@/lib/services/types";

type PaymentPlanProps = { quote: ServiceQuote | null; balance: CreditBalanceView };

/** Which kind would be spent, and what would be left of all. */
export function PaymentPlan({ quote, balance }: PaymentPlanProps) {
  const split = quote?.split ?? { subscriptionMilli: 0n, paygMilli: 0n };
  const costs = (quote?.quoteMilli ?? 0n) > 0n;
  return (
    <dl className="flex flex-col gap-2 border-y border-line py-4 text-[0.8125rem]">
      {costs && split.subscriptionMilli > 0n ? (
        <Part kind="subscription" creditsMilli={split.subscriptionMilli} />
      ) : null}
      {costs && split.paygMilli > 0n ? <Part kind="payg" creditsMilli={split.paygMilli} /> : null}
      <div className="flex justify-between gap-3">
        <dt className="text-ink-muted">{costs ? "Balance after" : "Balance"}</dt>
        <dd className="font-medium">
          <CreditAmount creditsMilli={balance.totalMilli - (costs ? (quote?.quoteMilli ?? 0n) : 0n)} unit />
        </dd>
      </div>
    </dl>
  );
}

function Part({ kind, creditsMilli }: { kind: "subscription" | "payg"; creditsMilli: bigint }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="flex items-center gap-2 text-ink-muted">
        <span aria-hidden="true" className={cn("size-2 rounded-full", kindStyles[kind].dot)} />
        From {kindStyles[kind].label.toLowerCase()}
      </dt>
      <dd className="font-medium">
        <CreditAmount creditsMilli={creditsMilli} />
      </dd>
    </div>
  );
}
