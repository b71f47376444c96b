/**
 * The part of an amount that belongs to a part of its time, to the second, rounded half up.
 * https://docs.stripe.com/billing/subscriptions/prorations#how-prorations-work
 */
export function prorate(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0;
  const product = BigInt(amount) * BigInt(part) * 2n + BigInt(whole);
  return Number(product / (BigInt(whole) * 2n));
}
