import { enqueueJob } from "@/lib/jobs";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import { PaymentNotFound, RefundIdReused } from "./errors";
import { amountToRefund } from "./policy";
import { findRefund, findRefundable, insertRefund, type RefundRow } from "./repository";
import type { RefundCredits, RefundReason } from "./types";

export interface NewRefundInput {
  paymentId: string;
  refundId?: string | undefined;
  amountMinor?: bigint | undefined;
  currency?: string | undefined;
  reason: RefundReason | null;
  note?: string | undefined;
  credits: RefundCredits;
  requestedById: string | null;
}

async function findRepeated(tx: Db, input: NewRefundInput): Promise<RefundRow | null> {
  const refund = input.refundId ? await findRefund(tx, input.refundId) : null;
  if (!refund) return null;
  const same =
    refund.paymentId === input.paymentId &&
    refund.credits === input.credits &&
    (input.amountMinor === undefined || refund.amountMinor === input.amountMinor);
  if (!same) throw new RefundIdReused();
  return refund;
}

/**
 * Writes a refund that Stripe is to be asked for, with the job that asks. Needs a transaction: of two at once the
 * second sees what the first left of the payment.
 */
export async function openRefund(tx: Db, input: NewRefundInput, now: Date): Promise<RefundRow> {
  const found = await findRefundable(tx, input.paymentId);
  if (!found) throw new PaymentNotFound();
  await lockBilling(tx, found.userId);
  const repeated = await findRepeated(tx, input);
  if (repeated) return repeated;
  const payment = (await findRefundable(tx, input.paymentId)) ?? found;
  const { userId, currency } = payment;
  const { refundId: id, paymentId, reason, note = null, credits, requestedById } = input;
  const amountMinor = amountToRefund(payment, input);
  const refund = await insertRefund(tx, {
    ...{ id, userId, paymentId, amountMinor, currency, reason, note, credits, requestedById },
    createdAt: now,
  });
  await enqueueJob(tx, {
    name: "send-refund",
    payload: { refundId: refund.id },
    key: `refund:${refund.id}`,
  });
  return refund;
}
