const day = 24 * 60 * 60 * 1000;

/** `days` may be a fraction. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + Math.round(days * day));
}

/** Stripe knows no finer times; periods begin and end with them. */
export function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1_000) * 1_000);
}

const billingDay = 3;
const billingHour = 8;

function billingInstant(year: number, month: number): Date {
  return new Date(Date.UTC(year, month, billingDay, billingHour, 12));
}

/** The last `count` monthly billing instants up to `now`, oldest first, and the one that comes next. */
export function billingInstants(now: Date, count: number): Date[] {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const current = billingInstant(year, month) <= now ? month : month - 1;
  return Array.from({ length: count + 1 }, (_, index) => billingInstant(year, current - count + 1 + index));
}
