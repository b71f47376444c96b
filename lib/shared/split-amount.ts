/**
 * Splits a whole amount in proportion to weights: the parts are whole and add up to exactly the amount; what does not
 * divide evenly falls on the largest fractions, the first of equals first.
 */
export function splitAmount(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  const parts = weights.map((weight, index) => ({
    index,
    whole: (amount * weight) / total,
    fraction: (amount * weight) % total,
  }));
  let left = amount - parts.reduce((sum, { whole }) => sum + whole, 0n);
  for (const part of [...parts].sort((a, b) => Number(b.fraction - a.fraction) || a.index - b.index)) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map(({ whole }) => whole);
}
