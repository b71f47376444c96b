import { bucketsOf } from "./bucket";
import type { Reading } from "./reading";
import { readCredits, readOutstanding, type CreditRow } from "./credit-queries";
import { addDays } from "./days";
import type { Source } from "./source";
import type { AnalyticsQuery, Bucket, CreditFigures, CreditFlow, DayRange, OutstandingOfKind } from "./types";

const sumOf = (rows: readonly { milli: bigint }[]) => rows.reduce((sum, { milli }) => sum + milli, 0n);

function toFigures(rows: readonly CreditRow[], startMilli: bigint): CreditFigures {
  const of = (...reasons: string[]) => sumOf(rows.filter(({ reason }) => reasons.includes(reason)));
  return {
    issuedMilli: of("grant"),
    spentMilli: -of("spend", "capture"),
    expiredMilli: -of("expire"),
    clawedBackMilli: -of("revoke", "restore"),
    forgivenMilli: of("forgive"),
    outstandingMilli: startMilli + sumOf(rows),
  };
}

interface Side {
  rows: readonly CreditRow[];
  startMilli: bigint;
}

async function readSide(source: Source, range: DayRange, bucket: Bucket): Promise<Side> {
  const [rows, start] = await Promise.all([
    readCredits(source, { range, bucket }),
    readOutstanding(source, addDays(range.from, -1)),
  ]);
  return { rows, startMilli: sumOf(start) };
}

const owing = ({ milli }: OutstandingOfKind) => milli !== 0n;

/**
 * What came into the ledger, where it went, and what is left. Issued and forgiven less spent, expired and clawed back is
 * by how much the outstanding credits grew.
 */
export async function getCreditFlow({ source }: Reading, query: AnalyticsQuery): Promise<CreditFlow> {
  const { range, before, bucket } = query;
  const [now, then, outstanding] = await Promise.all([
    readSide(source, range, bucket),
    before ? readSide(source, before, bucket) : null,
    readOutstanding(source, range.to),
  ]);
  let left = now.startMilli;
  const points = bucketsOf(query).map((day) => {
    const figures = toFigures(
      now.rows.filter((row) => row.bucket === day),
      left,
    );
    left = figures.outstandingMilli;
    return { day, ...figures };
  });
  return {
    figures: {
      now: toFigures(now.rows, now.startMilli),
      before: then && toFigures(then.rows, then.startMilli),
    },
    points,
    outstanding: outstanding.filter(owing),
  };
}
