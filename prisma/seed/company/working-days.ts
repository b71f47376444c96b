import type { Chance } from "../chance";
import { addDays } from "../story-time";

/** How busy Sunday to Saturday are. */
const weekdays = [0.25, 1, 1.1, 1.15, 1.05, 0.85, 0.3];

export const busynessOf = (at: Date): number => weekdays[at.getUTCDay()] ?? 1;

/** An instant of the day's busy hours: most around ten and three. */
export function inOfficeHours(day: Date, chance: Chance): Date {
  const hours = 7 + (chance.next() + chance.next()) * 6.5;
  return addDays(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate())), hours / 24);
}
