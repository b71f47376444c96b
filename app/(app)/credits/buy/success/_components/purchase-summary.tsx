import { CreditAmount } from "@/components/credits/credit-amount";
import { CreditSplit } from "@/components/credits/credit-split";
import type { SpendableBalance } from "@/components/credits/spendable-balance";
import { Card, CardBody } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { Money } from "@/components/ui/money";
import type { Purchase } from "@/lib/checkout";
import { formatCredits } from "@/lib/shared/format";

interface PurchaseSummaryProps {
  purchase: Purchase;
  balance: SpendableBalance;
}

export function PurchaseSummary({ purchase, balance }: PurchaseSummaryProps) {
  const completed = purchase.status === "completed";
  return (
    <Card aria-label="Purchase">
      <CardBody className="grid gap-8 sm:grid-cols-2">
        <div>
          <Figure size="lg" label="Your balance now" value={formatCredits(balance.totalMilli)} />
          <CreditSplit balance={balance} className="mt-5" />
        </div>
        <dl className="grid grid-cols-[1fr_auto] content-start gap-y-3 sm:border-l sm:border-line sm:pl-8">
          <dt className="text-ink-muted">{completed ? "Bought" : "Ordered"}</dt>
          <dd className="text-right font-medium">{purchase.itemName}</dd>
          <dt className="text-ink-muted">{completed ? "Paid" : "Price"}</dt>
          <dd className="text-right font-medium">
            <Money amountMinor={purchase.paidMinor ?? purchase.amountMinor} currency={purchase.currency} />
          </dd>
          <dt className="text-ink-muted">Added</dt>
          <dd className="text-right font-medium">
            <CreditAmount creditsMilli={completed ? purchase.creditsMilli : 0n} signed />
          </dd>
        </dl>
      </CardBody>
    </Card>
  );
}
