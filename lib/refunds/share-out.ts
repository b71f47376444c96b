/** A lot that a payment bought. */
export interface PaidLot {
  lotKey: string;
  /** The part of the payment that it cost. */
  costMinor: bigint;
  /** What of that was returned before. */
  returnedMinor: bigint;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/**
 * What each lot has returned when the water stands at `level`, between nothing and `full`: the nearest whole amount to
 * its proportional one, and never less than it returned before.
 */
function returnedAt(lots: readonly PaidLot[], level: bigint, full: bigint): bigint[] {
  return lots.map(({ costMinor, returnedMinor }) => {
    const fair = (2n * costMinor * level + full) / (2n * full);
    return fair > returnedMinor ? fair : returnedMinor;
  });
}

/** The highest level at which no more than `total` is returned. */
function findLevel(lots: readonly PaidLot[], total: bigint, full: bigint): bigint {
  let [low, high] = [0n, full];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (sum(returnedAt(lots, middle, full)) <= total) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/**
 * Shares returned money out over the lots that the payment bought, in proportion to their costs over all returns so
 * far: the shares are whole, add up to the amount exactly, and never exceed what a lot has left, so that everything is
 * taken in the end however it was split. The order of returns does not matter. Of lots that tie, the first comes first.
 *
 * The largest remainders would not do: with them a lot's share of a larger whole can be smaller.
 *
 * @returns for each lot what it returns now; less than the amount in all when the lots have less left
 */
export function shareOut(lots: readonly PaidLot[], amountMinor: bigint): bigint[] {
  const cost = sum(lots.map(({ costMinor }) => costMinor));
  const before = sum(lots.map(({ returnedMinor }) => returnedMinor));
  const total = before + amountMinor < cost ? before + amountMinor : cost;
  // Fine enough that between two neighbouring levels no two lots gain a unit, unless they tie.
  const full = cost * cost;
  if (full === 0n) return lots.map(() => 0n);
  const level = findLevel(lots, total, full);
  const returned = returnedAt(lots, level, full);
  const next = returnedAt(lots, level + 1n, full);
  let rest = total - sum(returned);
  return lots.map(({ returnedMinor }, index) => {
    const [reached, above] = [returned[index] ?? 0n, next[index] ?? 0n];
    const extra = rest > 0n && above > reached ? 1n : 0n;
    rest -= extra;
    return reached + extra - returnedMinor;
  });
}
