import { bucketsOf } from "./bucket";
import type { Reading } from "./reading";
import { addDays, dayIn, lengthOf } from "./days";
import { readLevels, readMovement, type Level, type MovementRow } from "./plan-queries";
import { churnRate, lifetimeValue, meanOf, toMonthly } from "./policy";
import type { Source } from "./source";
import type {
  AnalyticsQuery,
  Bucket,
  Day,
  DayRange,
  Movement,
  MovementPoint,
  Recurring,
  RecurringFigures,
} from "./types";

type Sums = Omit<MovementRow, "bucket" | "currency">;

const nothing: Sums = {
  ...{ newPeople: 0, expandedPeople: 0, contractedPeople: 0, churnedPeople: 0, returnedPeople: 0 },
  ...{ newTwelfth: 0n, expandedTwelfth: 0n, contractedTwelfth: 0n, churnedTwelfth: 0n, returnedTwelfth: 0n },
};

const add = (a: Sums, b: Sums): Sums => ({
  newPeople: a.newPeople + b.newPeople,
  newTwelfth: a.newTwelfth + b.newTwelfth,
  expandedPeople: a.expandedPeople + b.expandedPeople,
  expandedTwelfth: a.expandedTwelfth + b.expandedTwelfth,
  contractedPeople: a.contractedPeople + b.contractedPeople,
  contractedTwelfth: a.contractedTwelfth + b.contractedTwelfth,
  churnedPeople: a.churnedPeople + b.churnedPeople,
  churnedTwelfth: a.churnedTwelfth + b.churnedTwelfth,
  returnedPeople: a.returnedPeople + b.returnedPeople,
  returnedTwelfth: a.returnedTwelfth + b.returnedTwelfth,
});

const toMovement = (sums: Sums): Movement => ({
  newMinor: toMonthly(sums.newTwelfth),
  expansionMinor: toMonthly(sums.expandedTwelfth),
  contractionMinor: toMonthly(sums.contractedTwelfth),
  churnMinor: toMonthly(sums.churnedTwelfth),
  reactivationMinor: toMonthly(sums.returnedTwelfth),
  newPeople: sums.newPeople,
  expansionPeople: sums.expandedPeople,
  contractionPeople: sums.contractedPeople,
  churnPeople: sums.churnedPeople,
  reactivationPeople: sums.returnedPeople,
});

const move = (level: Level, sums: Sums): Level => ({
  currency: level.currency,
  subscribers: level.subscribers + sums.newPeople + sums.returnedPeople - sums.churnedPeople,
  twelfth:
    level.twelfth +
    (sums.newTwelfth + sums.expandedTwelfth + sums.returnedTwelfth) -
    (sums.contractedTwelfth + sums.churnedTwelfth),
});

function toFigures(start: Level, sums: Sums, days: number): RecurringFigures {
  const end = move(start, sums);
  const arpuMinor = end.subscribers > 0 ? meanOf(end.twelfth, end.subscribers * 12) : null;
  const churn = churnRate({ lost: sums.churnedPeople, atStart: start.subscribers, days });
  return {
    mrrMinor: toMonthly(end.twelfth),
    subscribers: end.subscribers,
    arpuMinor,
    churnRate: churn,
    ltvMinor: lifetimeValue(arpuMinor, churn),
  };
}

interface Side {
  /** That have begun: nobody leaves on those to come. */
  days: number;
  start: readonly Level[];
  rows: readonly MovementRow[];
}

interface Asked {
  range: DayRange;
  bucket: Bucket;
  today: Day;
}

async function readSide(source: Source, { range, bucket, today }: Asked): Promise<Side> {
  const [start, rows] = await Promise.all([
    readLevels(source, addDays(range.from, -1)),
    readMovement(source, { range, bucket }),
  ]);
  const to = range.to < today ? range.to : today;
  return { days: lengthOf({ from: range.from, to }), start, rows };
}

const startOf = ({ start }: Side, currency: string): Level =>
  start.find((level) => level.currency === currency) ?? { currency, subscribers: 0, twelfth: 0n };
const sumsOf = ({ rows }: Side, currency: string): Sums =>
  rows.filter((row) => row.currency === currency).reduce<Sums>(add, nothing);

function toPoints(side: Side, currency: string, buckets: readonly string[]): MovementPoint[] {
  let level = startOf(side, currency);
  return buckets.map((day) => {
    const sums = side.rows
      .filter((row) => row.currency === currency && row.bucket === day)
      .reduce<Sums>(add, nothing);
    level = move(level, sums);
    return { day, ...toMovement(sums), mrrMinor: toMonthly(level.twelfth), subscribers: level.subscribers };
  });
}

/**
 * Monthly recurring revenue at the end of the range and why it moved, one entry for each currency that anybody ever
 * subscribed in until then.
 */
export async function getRecurring(reading: Reading, query: AnalyticsQuery): Promise<Recurring[]> {
  const { source } = reading;
  const { range, before, bucket } = query;
  const today = dayIn(query.zone, reading.now);
  const [now, then] = await Promise.all([
    readSide(source, { range, bucket, today }),
    before ? readSide(source, { range: before, bucket, today }) : null,
  ]);
  const currencies = [...new Set([...now.start, ...now.rows].map(({ currency }) => currency))].sort();
  const buckets = bucketsOf(query);
  const figuresOf = (side: Side, currency: string) =>
    toFigures(startOf(side, currency), sumsOf(side, currency), side.days);
  return currencies.map((currency) => ({
    currency,
    figures: { now: figuresOf(now, currency), before: then && figuresOf(then, currency) },
    movement: {
      now: toMovement(sumsOf(now, currency)),
      before: then && toMovement(sumsOf(then, currency)),
    },
    points: toPoints(now, currency, buckets),
  }));
}
