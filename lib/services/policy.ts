import type { CreditBalanceView, RunStatus } from "./types";

/** Above this a quote is taken for a mistake of the service: one million credits. */
export const maxQuoteMilli = 1_000_000_000n;

/** How long after its deadline a run may still be settling before it counts as abandoned. */
export const settlingMs = 60_000;

/**
 * Price of `amount` at `priceMilli` for each started `unit`: 1,001 characters at 1 credit per started 1,000 are
 * 2 credits. Nothing costs nothing.
 * @throws RangeError for an amount that is not a finite number of at least 0
 */
export function pricePerStarted(amount: number, unit: number, priceMilli: bigint): bigint {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`not an amount: ${amount}`);
  return BigInt(Math.ceil(amount / unit)) * priceMilli;
}

/** A quote that may be asked for: an exact amount between nothing and the limit. */
export function isQuote(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= 0n && value <= maxQuoteMilli;
}

/**
 * What is taken in the end: what the service says it really cost, never above what was quoted. Null when the
 * service's figure makes no sense; then nothing may be taken.
 */
export function toCharge(quoteMilli: bigint, actualMilli: unknown): bigint | null {
  if (actualMilli === undefined) return quoteMilli;
  if (typeof actualMilli !== "bigint" || actualMilli < 0n) return null;
  return actualMilli < quoteMilli ? actualMilli : quoteMilli;
}

/** How an amount would be taken in burn order, subscription credits first; null when there is too little. */
export function forecastSplit(balance: CreditBalanceView, amountMilli: bigint) {
  if (balance.totalMilli < amountMilli) return null;
  const subscriptionMilli = amountMilli < balance.subscriptionMilli ? amountMilli : balance.subscriptionMilli;
  return { subscriptionMilli, paygMilli: amountMilli - subscriptionMilli };
}

/** A run still "running" after its hold has expired belongs to a process that is gone. */
export function toRunStatus(
  stored: Exclude<RunStatus, "abandoned">,
  holdExpiresAt: Date,
  now: Date,
): RunStatus {
  return stored === "running" && holdExpiresAt <= now ? "abandoned" : stored;
}
