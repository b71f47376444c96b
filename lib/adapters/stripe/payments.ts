import type Stripe from "stripe";
import { z } from "zod";
import type {
  GatewayAttempt,
  GatewayEvent,
  GatewayPayment,
  GatewayPaymentStatus,
  PaymentFailure,
  PaymentGateway,
} from "@/lib/ports/payment-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { checkoutIdOf, creditsOf, idOf, minor, time } from "./stripe-fields";

const cardSchema = z
  .object({ card: z.object({ brand: z.string().nullable(), last4: z.string().nullable() }).nullish() })
  .nullish()
  .transform((method) =>
    method?.card?.brand && method.card.last4 ? { brand: method.card.brand, last4: method.card.last4 } : null,
  );

const errorSchema = z.object({
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
  message: z.string().nullish(),
  charge: z.string().nullish(),
  payment_method: cardSchema,
});

type PaymentError = z.output<typeof errorSchema>;

const intentSchema = z.object({
  id: z.string(),
  status: z.string(),
  amount: minor,
  amount_received: minor,
  currency: z.string(),
  customer: idOf,
  created: time,
  metadata: z.record(z.string(), z.string()),
  last_payment_error: errorSchema.nullish(),
});

const chargeSchema = z.object({
  id: z.string(),
  status: z.enum(["pending", "succeeded", "failed"]),
  amount: minor,
  currency: z.string(),
  created: time,
  failure_code: z.string().nullish(),
  failure_message: z.string().nullish(),
  outcome: z.object({ reason: z.string().nullish() }).nullish(),
  payment_method_details: cardSchema,
  receipt_url: z.string().nullish(),
});

const settled: Readonly<Record<string, GatewayPaymentStatus>> = {
  processing: "processing",
  succeeded: "succeeded",
  canceled: "canceled",
};

function toFailure(error: PaymentError): PaymentFailure {
  return {
    code: error.code ?? null,
    declineCode: error.decline_code ?? null,
    message: error.message ?? null,
  };
}

export function toAttempt(answer: Stripe.Charge): GatewayAttempt {
  const charge = readAnswer(chargeSchema, answer);
  const failure = {
    code: charge.failure_code ?? null,
    // A charge names the issuer's reason here; `decline_code` exists on errors only.
    declineCode: charge.outcome?.reason ?? null,
    message: charge.failure_message ?? null,
  };
  return {
    key: charge.id,
    stripeChargeId: charge.id,
    status: charge.status,
    amountMinor: charge.amount,
    currency: charge.currency,
    failure: charge.status === "failed" ? failure : null,
    card: charge.payment_method_details,
    receiptUrl: charge.receipt_url ?? null,
    attemptedAt: charge.created,
  };
}

export function toPayment(answer: Stripe.PaymentIntent, attempts: GatewayAttempt[]): GatewayPayment {
  const intent = readAnswer(intentSchema, answer);
  const error = intent.last_payment_error;
  const failed = intent.status === "requires_payment_method" && error;
  return {
    paymentIntentId: intent.id,
    checkoutId: checkoutIdOf(intent.metadata),
    creditsMilli: creditsOf(intent.metadata),
    stripeCustomerId: intent.customer,
    status: settled[intent.status] ?? (failed ? "failed" : "incomplete"),
    amountMinor: intent.amount,
    amountReceivedMinor: intent.amount_received,
    currency: intent.currency,
    createdAt: intent.created,
    failure: failed ? toFailure(error) : null,
    attempts,
  };
}

function uncharged(event: GatewayEvent): ReturnType<PaymentGateway["uncharged"]> {
  if (event.type !== "payment_intent.payment_failed") return null;
  const { data } = readAnswer(z.object({ data: z.object({ object: intentSchema }) }), event.payload);
  const error = data.object.last_payment_error;
  if (!error || error.charge) return null;
  return {
    key: event.id,
    paymentIntentId: data.object.id,
    stripeChargeId: null,
    status: "failed",
    amountMinor: data.object.amount,
    currency: data.object.currency,
    failure: toFailure(error),
    card: error.payment_method,
    receiptUrl: null,
    attemptedAt: event.occurredAt,
  };
}

export function paymentMethods(stripe: Stripe): Pick<PaymentGateway, "getPayment" | "uncharged"> {
  return {
    getPayment: (paymentIntentId) =>
      callStripe(async () => {
        const intent = await stripe.paymentIntents.retrieve(paymentIntentId);
        const charges = await stripe.charges
          .list({ payment_intent: paymentIntentId, limit: 100 })
          .autoPagingToArray({ limit: 1_000 });
        return toPayment(intent, charges.map(toAttempt).reverse());
      }),
    uncharged,
  };
}
