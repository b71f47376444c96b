import { minorDigitsOf } from "./format";

/** Why what was typed is no amount of the currency: `step` where Stripe takes no amounts as fine as that. */
export type MoneyProblem = "not_an_amount" | "too_many_decimals" | "step";

export type ParsedMoney =
  { amountMinor: bigint; problem: null } | { amountMinor: null; problem: MoneyProblem };

/** Amounts of these end in so many zeros at Stripe. https://docs.stripe.com/currencies#special-cases */
const steps: Readonly<Record<string, bigint>> = {
  ...{ bhd: 10n, jod: 10n, kwd: 10n, omr: 10n, tnd: 10n },
  ...{ isk: 100n, ugx: 100n },
};

const refuse = (problem: MoneyProblem): ParsedMoney => ({ amountMinor: null, problem });

/**
 * What somebody typed as an amount, in minor units: whole, or with a point and no more decimals than the currency has.
 * Commas are refused: to some they part thousands, to others decimals.
 */
export function parseMoney(text: string, currency: string): ParsedMoney {
  const [, whole, decimals = ""] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return refuse("not_an_amount");
  const digits = minorDigitsOf(currency);
  if (decimals.length > digits) return refuse("too_many_decimals");
  const amountMinor = BigInt(`${whole}${decimals.padEnd(digits, "0")}`);
  if (amountMinor === 0n) return refuse("not_an_amount");
  if (amountMinor % (steps[currency.toLowerCase()] ?? 1n) !== 0n) return refuse("step");
  return { amountMinor, problem: null };
}

/** As `parseMoney` reads it back: `(4500n, "usd")` is "45.00". */
export function toTypedMoney(amountMinor: bigint, currency: string): string {
  const digits = minorDigitsOf(currency);
  const text = amountMinor.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
