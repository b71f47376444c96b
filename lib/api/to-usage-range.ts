const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;
const longestDays = 366;

const toDay = (date: Date) => date.toISOString().slice(0, 10);

/** The days that a caller asks for, with the instants that bound them; 30 days up to today if nothing is said. */
export function toUsageRange(asked: { from?: string | undefined; to?: string | undefined }, now: Date) {
  const last = asked.to ?? toDay(now);
  const end = new Date(Date.parse(last) + dayMs);
  const earliest = end.getTime() - longestDays * dayMs;
  const usual = new Date(end.getTime() - usualDays * dayMs);
  const start = asked.from ? new Date(Math.max(Date.parse(asked.from), earliest)) : usual;
  return { days: { from: toDay(start), to: last }, from: start, to: end };
}
