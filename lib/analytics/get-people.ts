import { bucketsOf } from "./bucket";
import type { Reading } from "./reading";
import { addDays } from "./days";
import { readPeople, readTotal, type PeopleRow } from "./people-queries";
import { readActiveByBucket, readDistinct } from "./presence-queries";
import type { Source } from "./source";
import type { AnalyticsQuery, Bucket, DayRange, People, PeopleFigures, PeoplePoint } from "./types";

type Counts = Omit<PeopleRow, "bucket">;

const nothing: Counts = { signedUp: 0, verified: 0, deleted: 0, converted: 0 };

const add = (a: Counts, b: Counts): Counts => ({
  signedUp: a.signedUp + b.signedUp,
  verified: a.verified + b.verified,
  deleted: a.deleted + b.deleted,
  converted: a.converted + b.converted,
});

interface Side {
  rows: readonly PeopleRow[];
  totalAtStart: number;
  figures: PeopleFigures;
}

async function readSide(source: Source, range: DayRange, bucket: Bucket): Promise<Side> {
  const [rows, totalAtStart, working, paying] = await Promise.all([
    readPeople(source, { range, bucket }),
    readTotal(source, addDays(range.from, -1)),
    readDistinct(source, range, { of: "working", who: ["active"] }),
    readDistinct(source, range, { of: "paying", who: ["payers", "purchasers"] }),
  ]);
  const counts = rows.reduce<Counts>(add, nothing);
  const figures = {
    ...counts,
    total: totalAtStart + counts.signedUp - counts.deleted,
    active: working.get("active") ?? 0,
    purchasers: paying.get("purchasers") ?? 0,
    payers: paying.get("payers") ?? 0,
  };
  return { rows, totalAtStart, figures };
}

function toPoints(
  { rows, totalAtStart }: Side,
  buckets: readonly string[],
  active: Map<string, number>,
): PeoplePoint[] {
  let total = totalAtStart;
  return buckets.map((day) => {
    const { signedUp, verified, deleted } = rows.find((row) => row.bucket === day) ?? nothing;
    total += signedUp - deleted;
    return { day, signedUp, verified, deleted, total, active: active.get(day) ?? 0 };
  });
}

/**
 * Who signed up, is there, uses services and pays.
 */
export async function getPeople({ source }: Reading, query: AnalyticsQuery): Promise<People> {
  const { range, before, bucket } = query;
  const [now, then, active] = await Promise.all([
    readSide(source, range, bucket),
    before ? readSide(source, before, bucket) : null,
    readActiveByBucket(source, { range, bucket }),
  ]);
  return {
    figures: { now: now.figures, before: then && then.figures },
    points: toPoints(now, bucketsOf(query), active),
  };
}
