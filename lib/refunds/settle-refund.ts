import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { issueCreditNote, reverseCreditNote } from "@/lib/documents";
import { drawFetchNumber, lockBilling } from "@/lib/payments";
import type { GatewayRefund } from "@/lib/ports/refund-gateway";
import { applyCredits } from "./apply-credits";
import { PaymentNotFound } from "./errors";
import { isAccepted } from "./policy";
import {
  findRefund,
  findRefundOfStripe,
  findReturnedPayment,
  insertRefund,
  recountRefunded,
  saveRefundState,
  type RefundRow,
  type ReturnedPayment,
} from "./repository";
import { tellOfFailure, tellOfRefund } from "./tell-member";

export type SettleContext = Pick<AppContext, "clock" | "appUrl">;

export interface RefundReading {
  refund: GatewayRefund;
  /** Drawn before Stripe was asked. */
  fetchNumber: bigint;
}

/** The row that this refund is of: known already, asked for by us, or, made in Stripe's dashboard, a new one. */
async function findOrInsertRow(tx: Db, refund: GatewayRefund, payment: ReturnedPayment): Promise<RefundRow> {
  const known = await findRefundOfStripe(tx, refund.stripeRefundId);
  if (known) return known;
  const asked = refund.refundId && (await findRefund(tx, refund.refundId));
  if (asked && asked.paymentId === payment.id && !asked.stripeRefundId) return asked;
  const { amountMinor, currency, reason, createdAt } = refund;
  return insertRefund(tx, {
    ...{ userId: payment.userId, paymentId: payment.id, amountMinor, currency, reason, createdAt },
    ...{ note: null, credits: "claw_back", requestedById: null },
  });
}

/** The last step: numbers of documents are drawn as late as possible. */
async function document(
  ctx: SettleContext,
  tx: Db,
  { refund, payment, wasAccepted }: { refund: RefundRow; payment: ReturnedPayment; wasAccepted: boolean },
): Promise<void> {
  const { id: refundId, status } = refund;
  if (isAccepted(status)) {
    const note = status === "succeeded" ? await issueCreditNote(ctx, tx, { refundId }) : null;
    if (!wasAccepted) await tellOfRefund(ctx, tx, { refund, payment, note });
  } else if (wasAccepted) {
    const note = await reverseCreditNote(ctx, tx, { refundId });
    await tellOfFailure(ctx, tx, { refund, payment, note });
  }
}

/**
 * Makes our side equal to what Stripe says of a refund: its row, the payment's sum, the credits, the credit note and
 * the mail, in the caller's transaction. Whoever comes first does it, the others change nothing: the job that asked
 * Stripe, the webhook, the sweeper, in any order. An older reading never overwrites a newer one.
 *
 * @throws PaymentNotFound while our side does not know the payment, so that it is tried again
 */
export async function settleRefund(
  ctx: SettleContext,
  tx: Db,
  { refund, fetchNumber }: RefundReading,
): Promise<void> {
  const payment = await findReturnedPayment(tx, refund);
  if (!payment) throw new PaymentNotFound({ stripeRefundId: refund.stripeRefundId });
  await lockBilling(tx, payment.userId);
  const row = await findOrInsertRow(tx, refund, payment);
  if (row.syncSeq >= fetchNumber) return;
  const wasAccepted = row.stripeRefundId !== null && isAccepted(row.status);
  const { stripeRefundId, status, failureReason } = refund;
  const state = { stripeRefundId, status, failureReason, syncSeq: fetchNumber };
  await saveRefundState(tx, row.id, { ...state, updatedAt: ctx.clock.now() });
  await recountRefunded(tx, payment.id);
  const applied = await applyCredits(ctx, tx, { refund: { ...row, ...state }, payment });
  await document(ctx, tx, { refund: applied, payment, wasAccepted });
}

/** Reads a refund from Stripe and returns what to write about it. */
export async function prepareRefund(
  ctx: SettleContext & Pick<AppContext, "db" | "payments">,
  stripeRefundId: string,
): Promise<{ refund: GatewayRefund; write: (tx: Db) => Promise<void> }> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const refund = await ctx.payments.getRefund(stripeRefundId);
  return { refund, write: (tx) => settleRefund(ctx, tx, { refund, fetchNumber }) };
}
