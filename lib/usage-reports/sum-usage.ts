import type { DayRange } from "@/lib/shared/calendar";
import type { UsageDay, UsageFigures, UsageKind } from "@/lib/usage/types";
import { bucketOf, toBuckets } from "./buckets";
import type { PeriodUse, ReportBucket, SubjectUse, UsageTotals } from "./types";
import { operationWords } from "./words";

const isRun = ({ kind }: { kind: UsageKind }) => kind === "run";

function sumOf<T>(rows: readonly T[], of: (row: T) => bigint): bigint {
  return rows.reduce((sum, row) => sum + of(row), 0n);
}

const countOf = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** All of a range together. */
export function toTotals(days: readonly UsageDay[]): UsageTotals {
  const runs = days.filter(isRun);
  return {
    runs: countOf(runs, ({ events }) => events),
    calls: countOf(days, (day) => (isRun(day) ? 0 : day.events)),
    failed: countOf(days, ({ failed }) => failed),
    costMilli: sumOf(days, ({ costMilli }) => costMilli),
    subscriptionMilli: sumOf(days, ({ subscriptionMilli }) => subscriptionMilli),
    paygMilli: sumOf(days, ({ paygMilli }) => paygMilli),
  };
}

function addFigures(a: UsageFigures, b: UsageFigures): UsageFigures {
  return {
    events: a.events + b.events,
    succeeded: a.succeeded + b.succeeded,
    failed: a.failed + b.failed,
    costMilli: a.costMilli + b.costMilli,
    subscriptionMilli: a.subscriptionMilli + b.subscriptionMilli,
    paygMilli: a.paygMilli + b.paygMilli,
    durationMs: a.durationMs + b.durationMs,
  };
}

const order = (a: SubjectUse, b: SubjectUse) =>
  Number(b.costMilli - a.costMilli) || b.events - a.events || (a.title < b.title ? -1 : 1);

/** By service and by operation of the API: the most credits first, then the most often used. */
export function toSubjects(days: readonly UsageDay[], titles: ReadonlyMap<string, string>): SubjectUse[] {
  const subjects = new Map<string, SubjectUse>();
  for (const { kind, subject, ...figures } of days) {
    const key = `${kind} ${subject}`;
    const known = subjects.get(key);
    const title = kind === "run" ? (titles.get(subject) ?? subject) : operationWords(subject);
    subjects.set(key, { kind, subject, title, ...(known ? addFigures(known, figures) : figures) });
  }
  return [...subjects.values()]
    .map(({ kind, subject, title, ...figures }) => ({ kind, subject, title, ...onlyFigures(figures) }))
    .sort(order);
}

/** Without the day and the source, which a sum does not have. */
function onlyFigures(figures: UsageFigures): UsageFigures {
  const { events, succeeded, failed, costMilli, subscriptionMilli, paygMilli, durationMs } = figures;
  return { events, succeeded, failed, costMilli, subscriptionMilli, paygMilli, durationMs };
}

/** By day, week or month, those without use as well. */
export function toPeriods(days: readonly UsageDay[], range: DayRange, bucket: ReportBucket): PeriodUse[] {
  const periods = toBuckets(range, bucket).map((part) => ({ ...part, runs: 0, calls: 0, costMilli: 0n }));
  const byStart = new Map(periods.map((period) => [bucketOf(period.from, bucket), period]));
  for (const day of days) {
    const period = byStart.get(bucketOf(day.day, bucket));
    if (!period) continue;
    if (isRun(day)) period.runs += day.events;
    else period.calls += day.events;
    period.costMilli += day.costMilli;
  }
  return periods;
}
