const dayMs = 24 * 60 * 60 * 1000;

/** "in less than a day", "in 1 day" or "in 9 days", counted in whole days of 24 hours. */
export function daysUntil(now: Date, then: Date): string {
  const days = Math.floor((then.getTime() - now.getTime()) / dayMs);
  if (days < 1) return "in less than a day";
  return days === 1 ? "in 1 day" : `in ${days} days`;
}
