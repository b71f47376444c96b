import type { BillingInterval } from "@/lib/catalog/types";
import type { Period } from "@/lib/ports/subscription-gateway";
import { addMonths } from "@/lib/shared/add-months";

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
