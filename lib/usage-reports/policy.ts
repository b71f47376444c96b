import {
  addDays,
  firstOfMonth,
  isDay,
  lengthOf,
  mondayOf,
  monthOf,
  type Day,
  type DayRange,
} from "@/lib/shared/calendar";
import { ReportRangeInvalid } from "./errors";
import type { ReportBucket, ReportRhythm } from "./types";

/** A year that leaps. */
const longestDays = 366;

/** Reports are written when the first day after their period has come to this hour. */
const reportHour = 8;

/** @throws ReportRangeInvalid */
export function checkRange({ from, to }: DayRange): DayRange {
  if (!isDay(from) || !isDay(to)) throw new ReportRangeInvalid({ problem: "not_a_day", longestDays });
  if (from > to) throw new ReportRangeInvalid({ problem: "swapped", longestDays });
  if (lengthOf({ from, to }) > longestDays)
    throw new ReportRangeInvalid({ problem: "too_long", longestDays });
  return { from, to };
}

/** As many rows as fit on a page or two. */
export function bucketFor(range: DayRange): ReportBucket {
  const days = lengthOf(range);
  if (days <= 31) return "day";
  return days <= 31 * 6 ? "week" : "month";
}

/** The zone by its name, or UTC for a name that no zone has. Offsets are no names: programs disagree on their sign. */
export function toZone(name: string | null): string {
  if (!name || !/^[A-Za-z]/.test(name)) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone ? name : "UTC";
  } catch {
    return "UTC";
  }
}

/** What a clock on the wall shows, as if that were UTC. */
function wallClock(now: Date, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...({ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" } as const),
    ...({ hour: "numeric", minute: "numeric", second: "numeric" } as const),
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day on a calendar on the wall. */
const dayIn = (now: Date, zone: string): Day => new Date(wallClock(now, zone)).toISOString().slice(0, 10);

/** The period before the one that a day is in. */
function periodBefore(rhythm: ReportRhythm, day: Day): DayRange {
  if (rhythm === "monthly") return monthOf(addDays(firstOfMonth(day), -1));
  const monday = mondayOf(day);
  return { from: addDays(monday, -7), to: addDays(monday, -1) };
}

/** The latest period that is over. */
export const endedPeriod = (rhythm: ReportRhythm, now: Date, zone: string): DayRange =>
  periodBefore(rhythm, dayIn(now, zone));

/**
 * The latest period whose report is due: the first day after it has come to eight o'clock on the wall of the zone. What
 * was missed before it stays missed.
 */
export function duePeriod(rhythm: ReportRhythm, now: Date, zone: string): DayRange {
  const wall = new Date(wallClock(now, zone) - reportHour * 3_600_000);
  return periodBefore(rhythm, wall.toISOString().slice(0, 10));
}

/** The period after one. */
export function nextPeriod(rhythm: ReportRhythm, { to }: DayRange): DayRange {
  const from = addDays(to, 1);
  return rhythm === "monthly" ? monthOf(from) : { from, to: addDays(from, 6) };
}

/** The instant at which a report on days until `to` is due: where clocks skip that hour, the first after it. */
export function dueAt({ to }: DayRange, zone: string): Date {
  const wanted = Date.parse(`${addDays(to, 1)}T00:00:00Z`) + reportHour * 3_600_000;
  // Zones are at most a day from UTC, and two looks settle on which side of a change it is.
  const first = wanted - (wallClock(new Date(wanted), zone) - wanted);
  return new Date(first - (wallClock(new Date(first), zone) - wanted));
}

/** Days of the same number right before; before a calendar month, the month before. */
export function rangeBefore({ from, to }: DayRange): DayRange {
  const month = monthOf(from);
  if (month.from === from && month.to === to) return monthOf(addDays(from, -1));
  return { from: addDays(from, -lengthOf({ from, to })), to: addDays(from, -1) };
}

interface Scheduled {
  rhythm: ReportRhythm;
  zone: string;
  enabledAt: Date;
  /** First day of the period that was reported last. */
  last: Day | null;
  now: Date;
}

/**
 * Whether the period that is due was neither reported nor over when reports were switched on. What a clock that was
 * ahead switched on was on all the time.
 */
export function isNewlyDue({ rhythm, zone, enabledAt, last, now }: Scheduled): boolean {
  const { from } = duePeriod(rhythm, now, zone);
  if (enabledAt > now) return last === null || from > last;
  return from > duePeriod(rhythm, enabledAt, zone).from && (last === null || from > last);
}
