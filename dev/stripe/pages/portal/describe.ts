import type Stripe from "stripe";
import { type Engine } from "../../engine/engine";
import { idOf } from "../../engine/field-values";
import { type WirePrice, type WireSubscription } from "../../store/object-types";
import { formatDay, formatMoney } from "../money";

export function planName(engine: Engine, price: WirePrice): string {
  const product = engine.store.objects.find("product", idOf(price.product as string) ?? "");
  return product?.name ?? price.nickname ?? price.id;
}

/** `$20.00 per month`, `$50.00 every 3 months` */
export function planPrice(price: WirePrice, quantity = 1): string {
  const amount = formatMoney((price.unit_amount ?? 0) * quantity, price.currency);
  const { interval, interval_count: count } = price.recurring ?? { interval: "month", interval_count: 1 };
  return count === 1 ? `${amount} per ${interval}` : `${amount} every ${count} ${interval}s`;
}

export const periodEnd = ({ items }: WireSubscription): number =>
  Math.max(...items.data.map(({ current_period_end: end }) => end));

/** What becomes of the subscription by itself. */
export function outlook(subscription: WireSubscription): string {
  const { cancel_at: cancelAt, status, trial_end: trialEnd } = subscription;
  if (cancelAt) return `Cancels on ${formatDay(cancelAt)}`;
  if (status === "trialing" && trialEnd) return `Trial ends on ${formatDay(trialEnd)}`;
  if (status === "past_due" || status === "unpaid") return "Payment overdue";
  if (status === "incomplete") return "Waits for its first payment";
  if (status === "paused") return "Paused";
  return `Renews on ${formatDay(periodEnd(subscription))}`;
}

export function cardName({ card }: Stripe.PaymentMethod): string {
  const brand = card?.brand ?? "card";
  return `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${card?.last4 ?? ""}`;
}
