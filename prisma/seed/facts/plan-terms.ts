import { plans } from "@/lib/catalog/catalog";
import type { BillingInterval, PlanTerms } from "@/lib/catalog/types";
import { toMilli } from "@/lib/shared/credits";
import type { Books } from "../books/books";
import type { Person } from "./person";

type Plan = (typeof plans)[number];

/** What is subscribed to. */
export interface Choice {
  plan: Plan["key"];
  interval: BillingInterval;
}

/** What the plans cost those who pay in euro. */
const euroPrices: Readonly<Record<Plan["key"], Readonly<Record<BillingInterval, bigint>>>> = {
  plan_basic: { month: 4_500n, year: 45_000n },
  plan_pro: { month: 9_000n, year: 90_000n },
};

/** A choice as it is billed to somebody. Those in euro have prices of their own, which nobody is sold any more. */
export function termsOf(
  books: Books,
  { currency }: Pick<Person, "currency">,
  { plan: key, interval }: Choice,
): PlanTerms {
  const plan = plans.find((one) => one.key === key) ?? plans[0];
  const { lookupKey, amountMinor } = plan.prices[interval];
  const price = currency === "eur" ? `${lookupKey}_eur` : lookupKey;
  return {
    ...{ stripePriceId: books.priceOf(price), planKey: plan.key, planName: plan.name, interval },
    ...{ creditsMilli: toMilli(plan.creditsPerMonth), trialCreditsMilli: 0n },
    amountMinor: currency === "eur" ? euroPrices[plan.key][interval] : amountMinor,
  };
}
