const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

const toMs = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string =>
  new Date(toMs(day) + days * dayMs).toISOString().slice(0, 10);

/** How many days lie between two days of the calendar: one, from a day to the next. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / dayMs);

/** From 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(toMs(day)).getUTCDay();

const writers = new Map<string, Intl.DateTimeFormat>();

/** The calendar's day at an instant, in a zone. */
export function dayAt(instant: number, zone: string): string {
  const writer =
    writers.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  writers.set(zone, writer);
  return writer.format(instant);
}

/**
 * The first instant of a day in a zone. It is looked for, not reckoned: a day may begin at one in the morning, where the
 * clocks are set forward at midnight, and a zone may leave a day out, which then begins with the next.
 */
export function startOfDay(day: string, zone: string): number {
  // Local midnight is never farther from that of UTC.
  let before = toMs(day) - 15 * hourMs;
  let from = toMs(day) + 15 * hourMs;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayAt(middle, zone) < day) before = middle;
    else from = middle;
  }
  return from;
}
