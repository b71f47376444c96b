import { z } from "zod";

/**
 * An amount of credits: a decimal text with at most three places, exact where a number would not be. `"12.5"`, never
 * `"12.50"`.
 */
export const credits = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,15})(\.\d{0,2}[1-9])?$/)
  .meta({
    id: "Credits",
    description: "An exact amount of credits as decimal text, with at most three places.",
    example: "12.5",
  });

/** A limit that a caller sets: never negative, and forgiving about zeros at its end. */
export const maxCredits = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,3})?$/)
  .meta({
    description:
      "The most that you agree to pay for this run, as decimal text with at most three places. A higher price is refused with 409 and nothing is taken.",
    example: "5",
  });

const milliPerCredit = 1000n;

/** `1500n` is `"1.5"`. */
export function toCredits(milli: bigint): string {
  const absolute = milli < 0n ? -milli : milli;
  const places = (absolute % milliPerCredit).toString().padStart(3, "0").replace(/0+$/, "");
  return `${milli < 0n ? "-" : ""}${absolute / milliPerCredit}${places && `.${places}`}`;
}

/** `"1.5"` is `1500n`, for a text that `maxCredits` accepts. */
export function fromCredits(text: string): bigint {
  const [whole = "0", places = ""] = text.split(".");
  return BigInt(whole) * milliPerCredit + BigInt(places.padEnd(3, "0"));
}
