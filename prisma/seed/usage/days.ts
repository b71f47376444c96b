import { busynessOf, inOfficeHours } from "../company/working-days";
import type { Chance } from "../chance";
import { addDays } from "../story-time";

export const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);
export const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);

/** That day, or the Friday before. */
export function workingDayBefore(at: Date): Date {
  const day = dayOf(at);
  return addDays(day, { 0: -2, 6: -1 }[day.getUTCDay()] ?? 0);
}

/** Every day in UTC from one instant to another, both of them included. */
export function daysBetween(from: Date, until: Date): Date[] {
  const days: Date[] = [];
  for (let day = dayOf(from); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many there are of what happens so often on an ordinary working day; of a day that goes on, those until now. */
export function manyOn(
  day: Date,
  { perWorkingDay, now }: { perWorkingDay: number; now: Date },
  chance: Chance,
): number {
  const gone = Math.min(1, (now.getTime() - day.getTime()) / (18 * 3_600_000));
  return Math.round(perWorkingDay * busynessOf(day) * (0.8 + 0.4 * chance.next()) * gone);
}

/** As many instants of a day up to now, in order: in office hours, but those of today lie between its begin and now. */
export function timesOn(day: Date, { count, now }: { count: number; now: Date }, chance: Chance): Date[] {
  const isToday = dayOf(now).getTime() === day.getTime();
  const opens = now.getTime() - day.getTime() > 9 * 3_600_000 ? addDays(day, 7 / 24) : day;
  const room = now.getTime() - opens.getTime() - 2_000;
  if (isToday && room < 0) return [];
  const draw = () =>
    isToday ? new Date(opens.getTime() + Math.floor(chance.next() * room)) : inOfficeHours(day, chance);
  return Array.from({ length: count }, draw).sort((a, b) => a.getTime() - b.getTime());
}
