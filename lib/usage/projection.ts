import { addDays, dayAt, daysBetween, startOfDay, weekdayOf } from "./projection-days";

/** The use of one day: runs, calls or credits. Estimates are made of it, so it need not be exact. */
export interface DayOfUse {
  /** `YYYY-MM-DD` in the zone of the projection. */
  day: string;
  amount: number;
}

/** What somebody usually uses on each weekday, and how far their days are from it. */
export interface Pace {
  known: true;
  /** The mean of each weekday, Sunday first. */
  means: readonly number[];
  /** How many days each mean is of. */
  samples: readonly number[];
  /** Standard deviation of a day around the mean of its weekday. */
  spread: number;
}

/** Why there is no pace: too few days since the first use, or too few days with use. */
export interface NoPace {
  known: false;
  reason: "too_new" | "too_rare";
}

export interface Range {
  expected: number;
  low: number;
  high: number;
}

/** From when to when, in whose days. */
export interface Horizon {
  zone: string;
  now: Date;
  until: Date;
}

/** The days are those of the horizon's zone. Low and high pace give `earliest` and `latest`; null is after the horizon. */
export type RunOut =
  | { runsOut: true; day: string; earliest: string; latest: string | null }
  | { runsOut: false; earliest: string | null };

/** What is learnt from: whole weeks, so that each weekday counts as often as the others. */
const weeksLearntFrom = 8;
const fewestDays = 14;
const fewestDaysOfUse = 5;
/** Of a normal distribution, so many standard deviations to each side hold 80 %. */
const eightyPercent = 1.2816;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The mean of each weekday over the eight weeks up to yesterday, days without use included, from the first day of use
 * on. Today is not over and so is no part of it.
 * @param firstDay of any use there ever was; null when there was none
 */
export function learnPace(
  uses: readonly DayOfUse[],
  { today, firstDay }: { today: string; firstDay: string | null },
): Pace | NoPace {
  if (firstDay === null || daysBetween(firstDay, today) < fewestDays)
    return { known: false, reason: "too_new" };
  const length = Math.min(daysBetween(firstDay, today), 7 * weeksLearntFrom);
  const start = addDays(today, -length);
  const used = new Map<string, number>();
  for (const { day, amount } of uses)
    if (day >= start && day < today && amount > 0) used.set(day, (used.get(day) ?? 0) + amount);
  if (used.size < fewestDaysOfUse) return { known: false, reason: "too_rare" };
  const days = Array.from({ length }, (_, index) => addDays(start, index));
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    days.filter((day) => weekdayOf(day) === weekday).map((day) => used.get(day) ?? 0),
  );
  const means = byWeekday.map((amounts) => sum(amounts) / amounts.length);
  const squares = byWeekday.map((amounts, weekday) =>
    sum(amounts.map((amount) => (amount - (means[weekday] ?? 0)) ** 2)),
  );
  return {
    known: true,
    means,
    samples: byWeekday.map(({ length: count }) => count),
    // Seven means were taken from these very days.
    spread: Math.sqrt(sum(squares) / (length - 7)),
  };
}

/** How much of each day from now on lies before the end: today's rest, whole days, and the part of the last. */
function* daysUntil({ zone, now, until }: Horizon): Generator<{ day: string; part: number }> {
  const last = dayAt(until.getTime() - 1, zone);
  for (let day = dayAt(now.getTime(), zone); day <= last; day = addDays(day, 1)) {
    const isToday = day === dayAt(now.getTime(), zone);
    if (!isToday && day !== last) {
      yield { day, part: 1 };
      continue;
    }
    const [start, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
    const [from, to] = [Math.max(start, now.getTime()), Math.min(end, until.getTime())];
    if (to > from) yield { day, part: (to - from) / (end - start) };
  }
}

/** The use from now to the end of each day: never less than nothing, and more with each day. */
function* accumulate(pace: Pace, horizon: Horizon): Generator<Range & { day: string }> {
  const weights = pace.means.map(() => 0);
  let weight = 0;
  let reached = 0;
  for (const { day, part } of daysUntil(horizon)) {
    const weekday = weekdayOf(day);
    weights[weekday] = (weights[weekday] ?? 0) + part;
    weight += part;
    const expected = sum(weights.map((days, index) => days * (pace.means[index] ?? 0)));
    // Days differ from their mean by themselves, and the means themselves are of a few days only.
    const ofMeans = sum(weights.map((days, index) => days ** 2 / (pace.samples[index] ?? 1)));
    const margin = eightyPercent * pace.spread * Math.sqrt(weight + ofMeans);
    reached = Math.max(reached, expected - margin);
    yield { day, expected, low: reached, high: expected + margin };
  }
}

/** What will be used from now to the end: expected, and between what it will be in four cases of five. */
export function projectUse(pace: Pace, horizon: Horizon): Range {
  let use: Range = { expected: 0, low: 0, high: 0 };
  for (const { expected, low, high } of accumulate(pace, horizon)) use = { expected, low, high };
  return use;
}

/** The day by whose end nothing is left of what there is now, at the expected, the high and the low pace. */
export function findRunOut(pace: Pace, { left, ...horizon }: Horizon & { left: number }): RunOut {
  const found: { expected?: string; earliest?: string; latest?: string } = {};
  for (const { day, expected, low, high } of accumulate(pace, horizon)) {
    if (high >= left) found.earliest ??= day;
    if (expected >= left) found.expected ??= day;
    if (low >= left) found.latest ??= day;
    if (found.latest) break;
  }
  const { expected: day, earliest = null, latest = null } = found;
  if (day === undefined || earliest === null) return { runsOut: false, earliest };
  return { runsOut: true, day, earliest, latest };
}
