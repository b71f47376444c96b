import { type EngineParts } from "./engine";
import { addIntervals } from "./intervals";
import { SUBSCRIPTION_TURNS } from "./subscriptions/subscription-timers";

/** A renewal's invoice is charged this long after it was drafted. https://docs.stripe.com/billing/invoices/subscription */
const CHARGED_AFTER = 60 * 60;

/** How far ahead to go: so many seconds, calendar months, or until the next renewal has been charged. */
export type Leap = { seconds: number } | { months: number } | { to: "next_renewal" };

/** In seconds from `now` on a clock (null: the stand-in's own); null when nothing will renew. */
export function lengthOf(
  { store }: EngineParts,
  leap: Leap,
  from: { clock: string | null; now: number },
): number | null {
  if ("seconds" in leap) return leap.seconds;
  if ("months" in leap) {
    return addIntervals(from.now, { interval: "month", interval_count: 1 }, leap.months) - from.now;
  }
  const renewal = store.due.firstAt(SUBSCRIPTION_TURNS, from.clock);
  return renewal === null ? null : Math.max(renewal - from.now, 0) + CHARGED_AFTER;
}
