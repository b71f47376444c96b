import { invalidRequest, type StripeError } from "../server/stripe-error";

const MAX_LENGTH = 5000;
const SHOWN = 20;

/** What Stripe says of an empty string where a field cannot be unset. https://docs.stripe.com/error-codes */
export function emptyValue(param: string): StripeError {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a field; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    { code: "parameter_invalid_empty", param },
  );
}

/** Refuses names and descriptions that are too long. */
export function checkLength(text: string | null | undefined, param: string): void {
  if (!text || text.length <= MAX_LENGTH) return;
  throw invalidRequest(
    `Invalid string: ${text.slice(0, SHOWN)}...${text.slice(-SHOWN)}; must be at most ${MAX_LENGTH} characters`,
    { param },
  );
}
