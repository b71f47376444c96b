import type { BillingInterval, PlanForSale } from "@/lib/catalog/types";

/** A plan with its prices. */
export interface PlanOffer {
  planKey: string;
  name: string;
  prices: Partial<Record<BillingInterval, PlanForSale>>;
}

/** The plans in the order of their prices; one price of each interval, the first. */
export function toPlanOffers(prices: readonly PlanForSale[]): PlanOffer[] {
  const offers = new Map<string, PlanOffer>();
  for (const price of prices) {
    const { planKey, name, interval } = price;
    const offer = offers.get(planKey) ?? { planKey, name, prices: {} };
    offer.prices[interval] ??= price;
    offers.set(planKey, offer);
  }
  return [...offers.values()];
}
