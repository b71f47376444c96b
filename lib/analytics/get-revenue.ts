import type { Reading } from "./reading";
import { bucketsOf } from "./bucket";
import { readMoney, type MoneyRow } from "./money-queries";
import type { AnalyticsQuery, Revenue, RevenueFigures } from "./types";

const nothing: RevenueFigures = {
  ...{
    grossMinor: 0n,
    subscriptionMinor: 0n,
    packsMinor: 0n,
    refundsMinor: 0n,
    disputesMinor: 0n,
    netMinor: 0n,
  },
  ...{ payments: 0, refunds: 0, disputes: 0 },
};

function add(sum: RevenueFigures, row: MoneyRow): RevenueFigures {
  const { paidMinor, refundedMinor, disputedMinor, kind } = row;
  return {
    grossMinor: sum.grossMinor + paidMinor,
    subscriptionMinor: sum.subscriptionMinor + (kind === "subscription" ? paidMinor : 0n),
    packsMinor: sum.packsMinor + (kind === "purchase" ? paidMinor : 0n),
    refundsMinor: sum.refundsMinor + refundedMinor,
    disputesMinor: sum.disputesMinor + disputedMinor,
    netMinor: sum.netMinor + paidMinor - refundedMinor - disputedMinor,
    payments: sum.payments + row.paidCount,
    refunds: sum.refunds + row.refundedCount,
    disputes: sum.disputes + row.disputedCount,
  };
}

const sumUp = (rows: readonly MoneyRow[]) => rows.reduce(add, nothing);

/**
 * Revenue of the range, one entry for each currency in which money moved in it or in the range before. Currencies are
 * never added together.
 */
export async function getRevenue({ source }: Reading, query: AnalyticsQuery): Promise<Revenue[]> {
  const { range, before, bucket } = query;
  const [now, then] = await Promise.all([
    readMoney(source, { range, bucket }),
    before ? readMoney(source, { range: before, bucket }) : null,
  ]);
  const currencies = [...new Set([...now, ...(then ?? [])].map(({ currency }) => currency))].sort();
  const buckets = bucketsOf(query);
  return currencies.map((currency) => {
    const own = now.filter((row) => row.currency === currency);
    return {
      currency,
      totals: { now: sumUp(own), before: then && sumUp(then.filter((row) => row.currency === currency)) },
      points: buckets.map((day) => ({ day, ...sumUp(own.filter((row) => row.bucket === day)) })),
    };
  });
}
