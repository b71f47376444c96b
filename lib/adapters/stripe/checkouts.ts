import type Stripe from "stripe";
import { z } from "zod";
import type { CheckoutSession, NewCheckout, PaymentGateway } from "@/lib/ports/payment-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { checkoutIdOf, creditsOf, idOf, minor, toCheckoutMetadata } from "./stripe-fields";

type Methods = Pick<
  PaymentGateway,
  "createCheckout" | "getCheckout" | "expireCheckout" | "findCheckoutOfPayment"
>;

const expand = ["line_items"];

const sessionSchema = z.object({
  id: z.string(),
  status: z.enum(["open", "complete", "expired"]),
  payment_status: z.enum(["paid", "unpaid", "no_payment_required"]),
  url: z.string().nullable(),
  metadata: z.record(z.string(), z.string()).nullable(),
  customer: idOf,
  amount_total: minor.nullable(),
  currency: z.string().nullable(),
  payment_intent: idOf,
  subscription: idOf,
  invoice: idOf,
  total_details: z.object({ amount_discount: minor }).nullish(),
  line_items: z
    .object({ data: z.array(z.object({ price: idOf, quantity: z.number().int().nullable() })) })
    .optional(),
});

function toSession(answer: Stripe.Checkout.Session): CheckoutSession {
  const session = readAnswer(sessionSchema, answer);
  return {
    sessionId: session.id,
    status: session.status,
    paymentStatus: session.payment_status,
    url: session.url,
    checkoutId: checkoutIdOf(session.metadata),
    creditsMilli: creditsOf(session.metadata),
    stripeCustomerId: session.customer,
    amountTotalMinor: session.amount_total,
    currency: session.currency,
    items: (session.line_items?.data ?? []).map(({ price, quantity }) => ({
      stripePriceId: price,
      quantity: quantity ?? 0,
    })),
    paymentIntentId: session.payment_intent,
    discountMinor: session.total_details?.amount_discount ?? 0n,
    stripeSubscriptionId: session.subscription,
    stripeInvoiceId: session.invoice,
  };
}

function toPackParams(metadata: Record<string, string>): Stripe.Checkout.SessionCreateParams {
  return { mode: "payment", payment_intent_data: { metadata } };
}

function toPlanParams(
  { trialDays }: NewCheckout,
  metadata: Record<string, string>,
): Stripe.Checkout.SessionCreateParams {
  const trial = trialDays > 0 ? { trial_period_days: trialDays } : {};
  return { mode: "subscription", subscription_data: { metadata, ...trial } };
}

function toParams(checkout: NewCheckout): Stripe.Checkout.SessionCreateParams {
  const metadata = toCheckoutMetadata(checkout);
  return {
    ...(checkout.kind === "plan" ? toPlanParams(checkout, metadata) : toPackParams(metadata)),
    customer: checkout.stripeCustomerId,
    client_reference_id: checkout.checkoutId,
    line_items: [{ price: checkout.stripePriceId, quantity: 1 }],
    success_url: checkout.successUrl,
    cancel_url: checkout.cancelUrl,
    metadata,
    allow_promotion_codes: true,
    expand,
  };
}

export function checkoutMethods(stripe: Stripe): Methods {
  const { sessions } = stripe.checkout;
  return {
    createCheckout: (checkout) =>
      callStripe(async () =>
        toSession(
          await sessions.create(toParams(checkout), { idempotencyKey: `checkout:${checkout.checkoutId}` }),
        ),
      ),
    getCheckout: (sessionId) =>
      callStripe(async () => toSession(await sessions.retrieve(sessionId, { expand }))),
    expireCheckout: (sessionId) =>
      callStripe(async () => {
        await sessions.expire(sessionId);
      }),
    findCheckoutOfPayment: (paymentIntentId) =>
      callStripe(async () => {
        const { data } = await sessions.list({ payment_intent: paymentIntentId, limit: 1 });
        return data[0] ? toSession(await sessions.retrieve(data[0].id, { expand })) : null;
      }),
  };
}
