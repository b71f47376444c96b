import { bucketsOf } from "./bucket";
import type { Reading } from "./reading";
import { readDeclines, readMoney, type MoneyRow } from "./money-queries";
import { readRenewals } from "./renewal-queries";
import type { AnalyticsQuery, CollectionFigures, Collections } from "./types";

const nothing: CollectionFigures = {
  failedPayments: 0,
  failedMinor: 0n,
  recoveredPayments: 0,
  recoveredMinor: 0n,
};

const add = (sum: CollectionFigures, row: MoneyRow): CollectionFigures => ({
  failedPayments: sum.failedPayments + row.failedCount,
  failedMinor: sum.failedMinor + row.failedMinor,
  recoveredPayments: sum.recoveredPayments + row.recoveredCount,
  recoveredMinor: sum.recoveredMinor + row.recoveredMinor,
});

const sumUp = (rows: readonly MoneyRow[]) => rows.reduce(add, nothing);
const hasFailed = ({ failedCount }: MoneyRow) => failedCount > 0;

/**
 * Payments whose first try was refused, what became of them since, why, and what renews next. Renewals are counted from
 * now, whatever the range.
 */
export async function getCollections(reading: Reading, query: AnalyticsQuery): Promise<Collections> {
  const { source } = reading;
  const { range, before, bucket } = query;
  const [now, then, declines, renewals] = await Promise.all([
    readMoney(source, { range, bucket }),
    before ? readMoney(source, { range: before, bucket }) : null,
    readDeclines(source, range),
    readRenewals(source.db, reading.now),
  ]);
  const currencies = new Set([...now, ...(then ?? [])].filter(hasFailed).map(({ currency }) => currency));
  const collections = [...currencies].sort().map((currency) => {
    const own = now.filter((row) => row.currency === currency);
    return {
      currency,
      figures: { now: sumUp(own), before: then && sumUp(then.filter((row) => row.currency === currency)) },
      points: bucketsOf(query).map((day) => ({ day, ...sumUp(own.filter((row) => row.bucket === day)) })),
    };
  });
  return { collections, declines, renewals };
}
