import { Check } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { pricePerCreditMinor } from "@/lib/catalog";
import { type BillingInterval, type Plan } from "@/lib/catalog/types";
import { formatUnitPrice } from "@/lib/shared/format";

import { FeatureList } from "./feature-list";
import { Price } from "./price";

const monthsIn: Record<BillingInterval, number> = { month: 1, year: 12 };

export function PlanCard({ plan }: { plan: Plan }) {
  const credits = plan.creditsPerMonth.toLocaleString("en-US");
  return (
    <article className="flex flex-col bg-surface p-6 text-base">
      <h3 className="text-base">{plan.name}</h3>
      <div className="group-has-[.interval-year:checked]/plans:hidden">
        <PlanPrice plan={plan} interval="month" />
      </div>
      <div className="hidden group-has-[.interval-year:checked]/plans:block">
        <PlanPrice plan={plan} interval="year" />
      </div>
      <FeatureList
        Icon={Check}
        items={[
          `${credits} credits every month`,
          "Packs on top whenever you like",
          "Cancel any time, keep the month",
        ]}
      />
      <LinkButton href="/sign-up" className="mt-auto self-stretch">
        Create account
        <span className="sr-only"> for {plan.name}</span>
      </LinkButton>
    </article>
  );
}

function PlanPrice({ plan, interval }: { plan: Plan; interval: BillingInterval }) {
  const price = plan.prices[interval];
  const each = pricePerCreditMinor(price.amountMinor, plan.creditsPerMonth * monthsIn[interval]);
  return (
    <>
      <Price price={price} per={interval === "month" ? "a month" : "a year"} className="mt-4" />
      <p className="mt-1 text-sm text-ink-muted">{formatUnitPrice(each, price.currency)} per credit</p>
    </>
  );
}
