import { z } from "zod";
import { refundReasons } from "@/lib/ports/refund-gateway";

const amount = z.coerce.bigint().positive();

/** What an admin chooses: how much, why, and what becomes of the credits. */
export const previewRefundSchema = z.object({
  paymentId: z.uuid(),
  /** In minor units of the payment's currency; all that is left if absent. */
  amountMinor: amount.optional(),
  /** As it was shown; refused when the payment is in another. */
  currency: z
    .string()
    .regex(/^[a-z]{3}$/)
    .optional(),
  credits: z.enum(["claw_back", "keep"]),
});

export const requestRefundSchema = previewRefundSchema.extend({
  /** Made once per form: the same request twice is one refund. */
  refundId: z.uuid().optional(),
  reason: z.enum(refundReasons).nullable(),
  note: z.string().trim().max(500).optional(),
  /** Of the preview that is confirmed. */
  token: z.string().max(100).optional(),
});

/** What an admin decides about a request of another, and why. */
export const decideRefundSchema = z.object({
  requestId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
  token: z.string().max(100).optional(),
});

export type PreviewRefundInput = z.output<typeof previewRefundSchema>;
export type DecideRefundInput = z.output<typeof decideRefundSchema>;
export type RequestRefundInput = z.output<typeof requestRefundSchema>;
