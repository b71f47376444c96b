import { invalidRequest } from "../server/stripe-error";

const KNOWN = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

/** Lower-cased as Stripe stores it; refuses what is no currency. */
export function readCurrency(currency: string): string {
  const code = currency.toLowerCase();
  if (KNOWN.has(code)) return code;
  throw invalidRequest(
    `Invalid currency: ${code}. Stripe currently supports these currencies: ${[...KNOWN].join(", ")}`,
    { param: "currency" },
  );
}
