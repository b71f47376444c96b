import Stripe from "stripe";
import type { SavedCardGateway } from "@/lib/ports/saved-card-gateway";
import { callStripe } from "./call-stripe";
import { checkoutIdOf, toCheckoutMetadata } from "./stripe-fields";

/** A clock of Stripe's may be somewhat behind ours. */
const toleranceSeconds = 300;

/** Most payments of one customer since; the limit only guards against an endless list. */
const all = { limit: 1_000 };

/** A refused card's error carries the payment. https://docs.stripe.com/payments/save-and-reuse#charge-saved-payment-method */
function paymentOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Stripe.errors.StripeCardError ? (cause.payment_intent?.id ?? null) : null;
}

export function savedCardMethods(stripe: Stripe): SavedCardGateway {
  return {
    async chargeSavedCard({ idempotencyKey, paymentMethodId, description, ...charge }) {
      try {
        const { id } = await callStripe(() =>
          stripe.paymentIntents.create(
            {
              amount: Number(charge.amountMinor),
              currency: charge.currency,
              customer: charge.stripeCustomerId,
              payment_method: paymentMethodId,
              // Nobody is there to be sent to a page of their bank and back.
              automatic_payment_methods: { enabled: true, allow_redirects: "never" },
              ...{ off_session: true, confirm: true },
              description,
              metadata: toCheckoutMetadata(charge),
            },
            { idempotencyKey },
          ),
        );
        return { paymentIntentId: id };
      } catch (error) {
        const paymentIntentId = paymentOf(error);
        if (paymentIntentId) return { paymentIntentId };
        throw error;
      }
    },
    findPaymentOfCheckout: ({ checkoutId, stripeCustomerId, since }) =>
      callStripe(async () => {
        const gte = Math.floor(since.getTime() / 1_000) - toleranceSeconds;
        const intents = await stripe.paymentIntents
          .list({ customer: stripeCustomerId, created: { gte }, limit: 100 })
          .autoPagingToArray(all);
        const made = intents.find(({ metadata }) => checkoutIdOf(metadata) === checkoutId);
        return made ? { paymentIntentId: made.id } : null;
      }),
  };
}
