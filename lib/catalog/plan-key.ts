import { plans } from "./catalog";
import type { Plan } from "./types";

/** Products made by our sync are named after the catalogue's key; one made by hand in Stripe goes by its own id. */
const ours = "quickscale_";

export function productIdOf(key: string): string {
  return `${ours}${key}`;
}

export function planKeyOf(stripeProductId: string): string {
  return stripeProductId.startsWith(ours) ? stripeProductId.slice(ours.length) : stripeProductId;
}

export function findPlan(planKey: string): Plan | null {
  return plans.find(({ key }) => key === planKey) ?? null;
}
