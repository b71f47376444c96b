import Stripe from "stripe";

/** https://docs.stripe.com/error-codes */
const needsAction = [
  "authentication_required",
  "invoice_payment_intent_requires_action",
  "subscription_payment_intent_requires_action",
];

export type Refusal =
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  | { outcome: "needs_authentication" };

/** What the bank said, in a failure that `callStripe` translated; null when it was not the bank that refused. */
export function readRefusal(error: unknown): Refusal | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Stripe.errors.StripeCardError)) return null;
  // The SDK's type promises both; it makes an empty text of a reason that the answer lacks.
  const [code, declineCode] = [cause.code || null, cause.decline_code || null];
  if ([code, declineCode].some((reason) => reason && needsAction.includes(reason)))
    return { outcome: "needs_authentication" };
  return { outcome: "refused", code, declineCode };
}
