import { invalidRequest } from "../server/stripe-error";

const MAX_PLACES = 12;

/** A decimal string as a whole number of the smallest unit, or null when it has a fraction. */
export function decimalAmount(decimal: string): number | null {
  const scaled = scale(decimal);
  return scaled % SCALE === 0n ? Number(scaled / SCALE) : null;
}

/** Unit amount times quantity, rounded half up as Stripe rounds the total of a line. */
export function multiplyDecimal(decimal: string, quantity: number): number {
  const product = scale(decimal) * BigInt(quantity);
  return Number((product * 2n + SCALE) / (SCALE * 2n));
}

const SCALE = 10n ** BigInt(MAX_PLACES);

function scale(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  if (!/^\d+(\.\d+)?$/.test(decimal) || fraction.length > MAX_PLACES) {
    throw invalidRequest(
      `Invalid decimal: ${decimal}; must contain at maximum ${MAX_PLACES} decimal places.`,
      {
        code: "parameter_invalid_integer",
        param: "unit_amount_decimal",
      },
    );
  }
  return BigInt(whole) * SCALE + BigInt(fraction.padEnd(MAX_PLACES, "0"));
}
