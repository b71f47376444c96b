import type Stripe from "stripe";

const DAY = 24 * 60 * 60;

/** How often something recurs. */
export interface Interval {
  interval: Stripe.Price.Recurring.Interval;
  interval_count: number;
}

/**
 * The instant `times` intervals after an anchor (before it when negative), in UTC. Months are counted from the
 * anchor itself and end early where they are too short: Jan 31, Feb 28, Mar 31.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function addIntervals(
  anchor: number,
  { interval, interval_count: count }: Interval,
  times: number,
): number {
  switch (interval) {
    case "day":
      return anchor + times * count * DAY;
    case "week":
      return anchor + times * count * 7 * DAY;
    case "month":
      return addMonths(anchor, times * count);
    case "year":
      return addMonths(anchor, times * count * 12);
    default:
      throw new Error(`Nothing recurs every ${interval}`);
  }
}

/** The period around an instant: the last anchor not after it, and the next one after it. */
export function periodAround(
  anchor: number,
  every: Interval,
  instant: number,
): { start: number; end: number } {
  let times = Math.floor((instant - anchor) / roughLength(every));
  while (addIntervals(anchor, every, times) > instant) times -= 1;
  while (addIntervals(anchor, every, times + 1) <= instant) times += 1;
  return { start: addIntervals(anchor, every, times), end: addIntervals(anchor, every, times + 1) };
}

/** In seconds, to compare intervals and to guess where to look. */
export function roughLength({ interval, interval_count: count }: Interval): number {
  const days: Record<string, number> = { day: 1, week: 7, month: 30.4, year: 365.2 };
  return (days[interval] ?? 1) * count * DAY;
}

function addMonths(anchor: number, months: number): number {
  const date = new Date(anchor * 1000);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  // It ran over into the next month: back to the last day of the one that was too short.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return Math.floor(date.getTime() / 1000);
}
