import { Check } from "lucide-react";

import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import { pricePerCreditMinor } from "@/lib/catalog";
import { type BillingInterval, type Plan } from "@/lib/catalog/types";
import { formatUnitPrice } from "@/lib/shared/format";

import { FeatureList } from "./feature-list";
import { Price } from "./price";

const monthsIn: Record<BillingInterval, number> = { month: 1, year: 12 };

/** One of the two is shown; which, the radio buttons beside the plans say. */
const shown: Record<BillingInterval, string> = {
  month: "group-has-[.interval-year:checked]/plans:hidden",
  year: "hidden group-has-[.interval-year:checked]/plans:block",
};

export function PlanCard({ plan }: { plan: Plan }) {
  const credits = plan.creditsPerMonth.toLocaleString("en-US");
  return (
    <article className="flex flex-col bg-surface p-6 text-base">
      <h3 className="text-base">{plan.name}</h3>
      <div className={shown.month}>
        <PlanPrice plan={plan} interval="month" />
      </div>
      <div className={shown.year}>
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
      <div className={cn("mt-auto", shown.month)}>
        <SubscribeLink plan={plan} interval="month" />
      </div>
      <div className={cn("mt-auto", shown.year)}>
        <SubscribeLink plan={plan} interval="year" />
      </div>
    </article>
  );
}

/** To the plan on the member's own page; who has no account makes one first. */
function SubscribeLink({ plan, interval }: { plan: Plan; interval: BillingInterval }) {
  const next = `/billing/plans?plan=${plan.prices[interval].lookupKey}`;
  return (
    <LinkButton href={`/sign-up?next=${encodeURIComponent(next)}`} className="w-full">
      Subscribe
      <span className="sr-only">
        {" "}
        to {plan.name}, {interval}ly
      </span>
    </LinkButton>
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
