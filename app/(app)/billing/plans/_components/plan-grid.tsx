import { Store } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { findPlan, yearlySavingPercent } from "@/lib/catalog";
import type { BillingInterval } from "@/lib/catalog/types";
import type { Plan } from "@/lib/subscriptions/types";
import type { PlanOffer } from "../to-plan-offers";
import { IntervalSwitch } from "./interval-switch";
import { PlanCard } from "./plan-card";

interface PlanGridProps {
  offers: readonly PlanOffer[];
  interval: BillingInterval;
  plan: Plan | null;
  /** For people who never had a plan. */
  mayTry: boolean;
  chosenKey: string | null;
}

export function PlanGrid({ offers, interval, plan, mayTry, chosenKey }: PlanGridProps) {
  const savings = offers.flatMap(({ prices: { month, year } }) =>
    month && year ? [yearlySavingPercent(month.price, year.price)] : [],
  );
  const shown = offers.flatMap((offer) => {
    const price = offer.prices[interval];
    return price ? [{ offer, price }] : [];
  });
  return (
    <section aria-labelledby="all-plans">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="all-plans" className="text-base">
          {plan ? "Change your plan" : "Choose a plan"}
        </h2>
        {savings.length > 0 ? <IntervalSwitch chosen={interval} saving={Math.min(...savings)} /> : null}
      </div>
      {shown.length > 0 ? (
        <ul className="grid gap-4 md:grid-cols-2">
          {shown.map(({ offer, price }) => (
            <PlanCard
              key={offer.planKey}
              offer={offer}
              price={price}
              plan={plan}
              trialDays={mayTry ? (findPlan(offer.planKey)?.trial?.days ?? 0) : 0}
              highlighted={
                price.price.lookupKey === chosenKey ||
                (plan?.planKey === offer.planKey && plan.interval === interval)
              }
            />
          ))}
        </ul>
      ) : (
        <Card>
          <EmptyState icon={Store} title="No plans are on sale right now">
            What you have stays as it is. Come back in a little while.
          </EmptyState>
        </Card>
      )}
    </section>
  );
}
