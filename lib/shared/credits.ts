/** Whole credits in the ledger's unit: 1 credit is 1000 milli-credits. */
export function toMilli(credits: number): bigint {
  return BigInt(Math.round(credits * 1000));
}
