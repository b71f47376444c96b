import { plans, yearlySavingPercent } from "@/lib/catalog";

import { FreeCard } from "./free-card";
import { PlanCard } from "./plan-card";

const tab =
  "flex h-8 cursor-pointer items-center gap-2 rounded-sm px-3 text-sm font-medium text-ink-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-flat has-focus-visible:outline-2 has-focus-visible:outline-accent-ink";

/** Plans side by side. The interval is two radio buttons and CSS, so choosing works before any script runs. */
export function PlanList() {
  const saving = Math.min(...plans.map((plan) => yearlySavingPercent(plan.prices.month, plan.prices.year)));
  return (
    <div className="group/plans">
      <fieldset className="inline-flex rounded-md border border-line bg-sunken p-0.5">
        <legend className="sr-only">Billing interval</legend>
        <label className={tab}>
          <input type="radio" name="interval" value="month" defaultChecked className="sr-only" />
          Monthly
        </label>
        <label className={tab}>
          <input type="radio" name="interval" value="year" className="interval-year sr-only" />
          Yearly
          <span className="text-credit-subscription-ink">save {saving} %</span>
        </label>
      </fieldset>
      <div className="mt-6 grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3">
        <FreeCard />
        {plans.map((plan) => (
          <PlanCard key={plan.key} plan={plan} />
        ))}
      </div>
    </div>
  );
}
