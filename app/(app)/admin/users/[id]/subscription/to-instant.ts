const longestMs = 730 * 86_400_000;

/**
 * A day as somebody chose it, at the time of day of `like`, so that days stay whole ones. Null for no day, and for one
 * that is over or more than two years away: longer than anything here is meant to last.
 */
export function toInstant(
  day: string | null,
  { like, now }: { like: Date; now: Date },
): { at: Date | null; wrong: boolean } {
  if (!day) return { at: null, wrong: false };
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Date(`${day}${like.toISOString().slice(10)}`)
    : new Date(NaN);
  const away = at.getTime() - now.getTime();
  return away > 0 && away <= longestMs ? { at, wrong: false } : { at: null, wrong: true };
}

export const toDay = (instant: Date) => instant.toISOString().slice(0, 10);
