import type Stripe from "stripe";
import { z } from "zod";
import type { GatewayRefund, RefundGateway } from "@/lib/ports/refund-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, minor, time } from "./stripe-fields";

const refundSchema = z.object({
  id: z.string(),
  metadata: z.record(z.string(), z.string()).nullable(),
  payment_intent: idOf,
  charge: idOf,
  amount: minor,
  currency: z.string(),
  status: z.enum(["pending", "requires_action", "succeeded", "failed", "canceled"]),
  reason: z.string().nullish(),
  failure_reason: z.string().nullish(),
  created: time,
});

export function toRefund(answer: Stripe.Refund): GatewayRefund {
  const refund = readAnswer(refundSchema, answer);
  const refundId = z.uuid().safeParse(refund.metadata?.refund_id);
  return {
    stripeRefundId: refund.id,
    refundId: refundId.success ? refundId.data : null,
    paymentIntentId: refund.payment_intent,
    stripeChargeId: refund.charge,
    amountMinor: refund.amount,
    currency: refund.currency,
    status: refund.status,
    reason: refund.reason ?? null,
    failureReason: refund.failure_reason ?? null,
    createdAt: refund.created,
  };
}

export function refundMethods(stripe: Stripe): RefundGateway {
  return {
    createRefund: ({ refundId, paymentIntentId, amountMinor, reason }) =>
      callStripe(async () =>
        toRefund(
          await stripe.refunds.create(
            {
              payment_intent: paymentIntentId,
              amount: Number(amountMinor),
              ...(reason ? { reason } : {}),
              metadata: { refund_id: refundId },
            },
            // The SDK's own retry would trust the key alone. A process that stood still for a day sends one after
            // Stripe has forgotten it, so every try looks for the refund first: the caller repeats, not the SDK.
            { idempotencyKey: `refund:${refundId}`, maxNetworkRetries: 0 },
          ),
        ),
      ),
    getRefund: (stripeRefundId) =>
      callStripe(async () => toRefund(await stripe.refunds.retrieve(stripeRefundId))),
    findRefund: ({ paymentIntentId, refundId }) =>
      callStripe(async () => {
        for await (const refund of stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 })) {
          if (refund.metadata?.refund_id === refundId) return toRefund(refund);
        }
        return null;
      }),
  };
}
