import { enqueueJob } from "@/lib/jobs";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import { ApprovalRequired, OwnPayment, PaymentNotFound, RefundIdReused } from "./errors";
import { needsApproval } from "./needs-approval";
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
  /** Null for the system, whose refunds go before those that wait for a second admin. */
  requestedById: string | null;
  /** A second admin said yes to the request of this id. */
  approvedRequestId?: string;
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

/** The payment with what is left for this refund. */
async function findLeft(tx: Db, { paymentId, requestedById, approvedRequestId }: NewRefundInput) {
  const payment = await findRefundable(tx, paymentId, { exceptRequestId: approvedRequestId });
  return payment && (requestedById === null ? { ...payment, reservedMinor: 0n } : payment);
}

/**
 * Writes a refund that Stripe is to be asked for, with the job that asks. Needs a transaction: of two at once the
 * second sees what the first left of the payment.
 * @throws OwnPayment of who asks, ApprovalRequired where it is more than they may give back alone
 */
export async function openRefund(tx: Db, input: NewRefundInput, now: Date): Promise<RefundRow> {
  const found = await findLeft(tx, input);
  if (!found) throw new PaymentNotFound();
  if (found.userId === input.requestedById) throw new OwnPayment();
  await lockBilling(tx, found.userId);
  const repeated = await findRepeated(tx, input);
  if (repeated) return repeated;
  const payment = (await findLeft(tx, input)) ?? found;
  const { userId, currency } = payment;
  const { refundId: id, paymentId, reason, note = null, credits, requestedById } = input;
  const amountMinor = amountToRefund(payment, input);
  const alone = input.approvedRequestId === undefined ? requestedById : null;
  if (alone && (await needsApproval(tx, { adminId: alone, paymentId, amountMinor, currency })))
    throw new ApprovalRequired();
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
