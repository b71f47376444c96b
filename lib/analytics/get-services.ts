import { describeServices } from "@/lib/services";
import type { Reading } from "./reading";
import { shareOf } from "./policy";
import { readDistinct } from "./presence-queries";
import { readRuns, readServicePoints, type RunsRow } from "./service-queries";
import type { AnalyticsQuery, ServiceFigures, Services } from "./types";

const none: Omit<RunsRow, "service"> = {
  ...{ runs: 0, succeeded: 0, failed: 0, timedOut: 0, chargedMilli: 0n, durationMs: 0n },
};

interface Known {
  slug: string;
  title: string;
  costPerRunMilli: bigint | null;
}

interface Readings {
  now: readonly RunsRow[];
  then: readonly RunsRow[] | null;
  people: ReadonlyMap<string, number>;
}

function toFigures({ slug, title, costPerRunMilli }: Known, { now, then, people }: Readings): ServiceFigures {
  const row = now.find(({ service }) => service === slug) ?? none;
  const before = then && (then.find(({ service }) => service === slug) ?? none);
  const { runs, succeeded, failed, timedOut, chargedMilli: creditsMilli, durationMs } = row;
  const ended = succeeded + failed + timedOut;
  const costMilli = costPerRunMilli === null ? null : costPerRunMilli * BigInt(ended);
  return {
    ...{ slug, title, runs, succeeded, failed, timedOut, creditsMilli, costMilli },
    runsBefore: before && before.runs,
    creditsMilliBefore: before && before.chargedMilli,
    failureRate: shareOf(failed + timedOut, ended),
    people: people.get(`service:${slug}`) ?? 0,
    meanDurationMs: ended > 0 ? Number(durationMs) / ended : null,
    margin: costMilli === null ? null : shareOf(Number(creditsMilli - costMilli), Number(creditsMilli)),
  };
}

/** Those that are offered, and those that were used once. */
function listKnown(rows: readonly RunsRow[]): Known[] {
  const known = describeServices();
  const gone = [...new Set(rows.map(({ service }) => service))]
    .filter((slug) => !known.some((service) => service.slug === slug))
    .map((slug) => ({ slug, title: slug, costPerRunMilli: null }));
  return [...known, ...gone];
}

const byCredits = (a: ServiceFigures, b: ServiceFigures) =>
  Number(b.creditsMilli - a.creditsMilli) || b.runs - a.runs || a.slug.localeCompare(b.slug);

/**
 * Services by the credits that they brought in the range.
 */
export async function getServices({ source }: Reading, query: AnalyticsQuery): Promise<Services> {
  const { range, before, bucket } = query;
  const [now, then, points] = await Promise.all([
    readRuns(source, range),
    before ? readRuns(source, before) : null,
    readServicePoints(source, { range, bucket }),
  ]);
  const known = listKnown([...now, ...(then ?? [])]);
  const who = known.map(({ slug }) => `service:${slug}`);
  const people = await readDistinct(source, range, { of: "working", who });
  const services = known.map((service) => toFigures(service, { now, then, people }));
  return { services: services.sort(byCredits), points };
}
