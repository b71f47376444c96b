import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { addIntervals, type Interval, periodAround } from "../intervals";

const DAY = 24 * 60 * 60;

export interface Period {
  start: number;
  end: number;
}

/** A period of a subscription, and how long it would be if nothing cut it short. */
export interface BilledPeriod extends Period {
  kind: "full" | "partial" | "trial";
  whole: number;
}

export type CycleTerms = Pick<
  WireSubscription,
  "billing_cycle_anchor" | "billing_cycle_anchor_config" | "cancel_at" | "trial_end"
> & { items: { data: Pick<WireSubscriptionItem, "price">[] } };

/** How often it bills: all items of a subscription share one interval. */
export function intervalOf(terms: CycleTerms): Interval {
  const recurring = terms.items.data[0]?.price.recurring;
  if (!recurring) throw new Error("A subscription has at least one recurring item");
  return recurring;
}

/** The cycle around an instant, as if there were neither trial nor cancellation. */
export function cycleAround(terms: CycleTerms, instant: number): Period {
  return periodAround(rhythmOf(terms), intervalOf(terms), instant);
}

/**
 * The period that begins at an instant. A trial lasts to its end; what begins between two anchors, or is cancelled
 * before the next one, is shorter than the interval. https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function periodFrom(terms: CycleTerms, start: number): BilledPeriod {
  const { trial_end: trialEnd, cancel_at: cancelAt } = terms;
  if (trialEnd !== null && trialEnd > start) {
    const end = cancelAt !== null && cancelAt > start ? Math.min(trialEnd, cancelAt) : trialEnd;
    return { kind: "trial", start, end, whole: end - start };
  }
  const cycle = cycleAround(terms, start);
  const end = cancelAt !== null && cancelAt > start ? Math.min(cycle.end, cancelAt) : cycle.end;
  const whole = cycle.end - cycle.start;
  return { kind: end - start < whole ? "partial" : "full", start, end, whole };
}

/** The next time the clock shows what the configuration asks for; a month without the day takes its last. */
export function anchorOfConfig(
  config: NonNullable<WireSubscription["billing_cycle_anchor_config"]>,
  now: number,
): number {
  const from = new Date(now * 1000);
  for (let months = 0; ; months++) {
    const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
    if (config.month !== null && first.getUTCMonth() !== config.month - 1) continue;
    const day = Math.min(config.day_of_month, daysOfMonth(first));
    const time =
      (config.hour ?? from.getUTCHours()) * 3600 +
      (config.minute ?? from.getUTCMinutes()) * 60 +
      (config.second ?? from.getUTCSeconds());
    const anchor = first.getTime() / 1000 + (day - 1) * DAY + time;
    if (anchor > now) return anchor;
  }
}

/** The anchor to count from: where a configured day did not fit its month, the first one it fits. */
function rhythmOf(terms: CycleTerms): number {
  const { billing_cycle_anchor: anchor, billing_cycle_anchor_config: config } = terms;
  if (!config) return anchor;
  const monthly: Interval = { interval: "month", interval_count: 1 };
  for (let months = 0; months < 48; months++) {
    const month = new Date(addIntervals(anchor, monthly, months) * 1000);
    if (config.month !== null && month.getUTCMonth() !== config.month - 1) continue;
    if (daysOfMonth(month) < config.day_of_month) continue;
    return anchor + (config.day_of_month - new Date(anchor * 1000).getUTCDate()) * DAY + shift(anchor, month);
  }
  return anchor;
}

/** Seconds from the first of the anchor's month to the first of another. */
function shift(anchor: number, month: Date): number {
  const from = new Date(anchor * 1000);
  const first = (date: Date): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 1000;
  return first(month) - first(from);
}

function daysOfMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
