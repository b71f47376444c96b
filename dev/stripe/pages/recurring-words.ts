import { type WireLineItem, type WirePrice } from "../store/object-types";
import { formatMoney } from "./money";

/** "per month", "every 3 months"; null for what is paid once. */
export function rhythmOf(price: WirePrice | null): string | null {
  if (!price?.recurring) return null;
  const { interval, interval_count: count } = price.recurring;
  return count === 1 ? `per ${interval}` : `every ${count} ${interval}s`;
}

/** What will be charged again and again, in words for the one who agrees to it. */
export function renewalOf(items: WireLineItem[]): string {
  const sums = new Map<string, { amount: number; currency: string }>();
  for (const { price, quantity } of items) {
    const rhythm = rhythmOf(price);
    if (!price || rhythm === null) continue;
    const amount = (price.unit_amount ?? 0) * (quantity ?? 1) + (sums.get(rhythm)?.amount ?? 0);
    sums.set(rhythm, { amount, currency: price.currency });
  }
  return [...sums]
    .map(([rhythm, { amount, currency }]) => `${formatMoney(amount, currency)} ${rhythm}`)
    .join(" and ");
}
