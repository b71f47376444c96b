import Stripe from "stripe";

/** https://docs.stripe.com/error-codes */
const needsAction = ["authentication_required", "subscription_payment_intent_requires_action"];

export type Refusal =
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  | { outcome: "needs_authentication" };

/** What the bank said, in a failure that `callStripe` translated; null when it was not the bank that refused. */
export function readRefusal(error: unknown): Refusal | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Stripe.errors.StripeCardError)) return null;
  // The SDK's type says that both are always there.
  const said: { code?: string; decline_code?: string } = cause;
  const { code = null, decline_code: declineCode = null } = said;
  if ([code, declineCode].some((reason) => reason !== null && needsAction.includes(reason)))
    return { outcome: "needs_authentication" };
  return { outcome: "refused", code, declineCode };
}
