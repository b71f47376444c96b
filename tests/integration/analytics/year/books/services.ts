import type { Bucket, DayRange, ServicePoint } from "@/lib/analytics/types";
import { isIn, partsOf, type ToDay } from "./calendar";
import type { Run } from "./read-people";

const milliOf = (runs: readonly Run[]) => runs.reduce((sum, { milli }) => sum + milli, 0n);

/** What became of one service's runs. */
export function serviceOf(runs: readonly Run[], toDay: ToDay, slug: string) {
  const own = runs.filter((run) => run.slug === slug);
  return (range: DayRange) => {
    const begun = own.filter(({ at }) => isIn(toDay(at), range));
    const of = (status: string) => begun.filter((run) => run.status === status).length;
    const [succeeded, failed, timedOut] = [of("succeeded"), of("failed"), of("timed_out")];
    const ended = succeeded + failed + timedOut;
    const ms = begun.reduce((sum, run) => sum + (run.ms ?? 0), 0);
    return {
      ...{ slug, runs: begun.length, succeeded, failed, timedOut, creditsMilli: milliOf(begun) },
      failureRate: ended > 0 ? (failed + timedOut) / ended : null,
      people: new Set(begun.map(({ person }) => person)).size,
      meanDurationMs: ended > 0 ? ms / ended : null,
    };
  };
}

/** Only what there is: a part of the range without runs of a service has no point of it. */
export function servicePointsOf(
  runs: readonly Run[],
  toDay: ToDay,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): ServicePoint[] {
  return [...partsOf(range, bucket)].flatMap(([day, part]) =>
    [...new Set(runs.map(({ slug }) => slug))].sort().flatMap((slug) => {
      const own = runs.filter((run) => run.slug === slug && isIn(toDay(run.at), part));
      return own.length > 0 ? [{ day, slug, runs: own.length, creditsMilli: milliOf(own) }] : [];
    }),
  );
}
