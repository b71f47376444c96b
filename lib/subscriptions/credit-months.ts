import type { BillingInterval } from "@/lib/catalog/types";
import type { Period } from "@/lib/ports/subscription-gateway";

/** The same day and time `months` later, or the last day of a month that has no such day: Stripe's own rule. */
function addMonths(start: Date, months: number): Date {
  const moved = new Date(start);
  moved.setUTCMonth(start.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved;
}

/** The months in which a paid period brings credits: a monthly period is one, a yearly one twelve. */
export function creditMonths(period: Period, interval: BillingInterval): Period[] {
  if (interval === "month") return [period];
  const months: Period[] = [];
  let startsAt = period.startsAt;
  for (let number = 1; startsAt < period.endsAt; number += 1) {
    const next = addMonths(period.startsAt, number);
    const endsAt = next < period.endsAt ? next : period.endsAt;
    months.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
  return months;
}
