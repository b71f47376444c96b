const dayMs = 24 * 60 * 60 * 1000;

/** The first instant after a day of UTC, as a date field sends it; null for what is no day. */
export function endOfDay(typed: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  const day = new Date(`${typed}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== typed) return null;
  return new Date(day.getTime() + dayMs);
}
