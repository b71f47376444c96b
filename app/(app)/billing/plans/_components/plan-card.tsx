import { Check } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import { pricePerCreditMinor, yearlySavingPercent } from "@/lib/catalog";
import type { PlanForSale } from "@/lib/catalog/types";
import { formatMoney, formatUnitPrice } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import type { PlanOffer } from "../to-plan-offers";
import { OfferButton } from "./offer-button";

interface PlanCardProps {
  offer: PlanOffer;
  price: PlanForSale;
  /** The member's. */
  plan: Plan | null;
  /** Days before the first payment, for this member. */
  trialDays: number;
  highlighted: boolean;
}

export function PlanCard({ offer, price, plan, trialDays, highlighted }: PlanCardProps) {
  const { amountMinor, currency } = price.price;
  const yearly = price.interval === "year";
  const credits = price.credits.toLocaleString("en-US");
  const each = pricePerCreditMinor(amountMinor, price.credits * (yearly ? 12 : 1));
  const saving =
    yearly && offer.prices.month ? yearlySavingPercent(offer.prices.month.price, price.price) : 0;
  const facts = [
    `${credits} credits every month`,
    `${formatUnitPrice(each, currency)} per credit`,
    yearly
      ? `${formatMoney((amountMinor + 6n) / 12n, currency)} a month, paid once a year`
      : "Paid month by month",
  ];
  return (
    <li
      className={cn(
        "flex min-w-0 flex-col rounded-lg border bg-surface p-6",
        highlighted ? "border-credit-subscription" : "border-line",
      )}
    >
      <div className="flex min-h-6 items-center justify-between gap-3">
        <h3 className="flex items-center gap-2 text-base">
          <span aria-hidden="true" className="size-2 rounded-full bg-credit-subscription" />
          {offer.name}
        </h3>
        {trialDays > 0 ? <Badge tone="subscription">{trialDays} days free</Badge> : null}
        {trialDays === 0 && saving > 0 ? <Badge tone="subscription">Save {saving} %</Badge> : null}
      </div>
      <p className="mt-5 flex items-baseline gap-2">
        <Money
          amountMinor={amountMinor}
          currency={currency}
          className="text-4xl font-semibold tracking-tight"
        />
        <span className="text-ink-muted">a {price.interval}</span>
      </p>
      <ul className="my-6 flex flex-col gap-2">
        {facts.map((fact) => (
          <li key={fact} className="flex items-start gap-2.5">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-credit-subscription-ink" />
            <span data-figures>{fact}</span>
          </li>
        ))}
      </ul>
      <div className="mt-auto">
        <OfferButton price={price} plan={plan} />
      </div>
    </li>
  );
}
