import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling } from "@/lib/payments";
import type { GatewayDispute } from "@/lib/ports/dispute-gateway";
import { findReturnedPayment, PaymentNotFound } from "@/lib/refunds";
import { applyEffect } from "./apply-effect";
import type { DisputeContext } from "./context";
import { isInquiry, isOver } from "./policy";
import { claimDispute, updateDispute } from "./repository";
import { tellOfDispute } from "./tell-admins";

interface DisputeReading {
  dispute: GatewayDispute;
  fetchNumber: bigint;
}

/**
 * Makes our side equal to what Stripe says of a dispute: its row, the credits, the mails, in the caller's transaction.
 * Blind to the order and number of events; an older reading never overwrites a newer one.
 */
async function settleDispute(
  ctx: DisputeContext,
  tx: Db,
  { dispute, fetchNumber }: DisputeReading,
): Promise<void> {
  const payment = await findReturnedPayment(tx, dispute);
  if (!payment) throw new PaymentNotFound({ stripeDisputeId: dispute.stripeDisputeId });
  await lockBilling(tx, payment.userId);
  const now = ctx.clock.now();
  const before = await claimDispute(tx, { dispute, payment, now });
  if (before.syncSeq >= fetchNumber) return;
  const { amountMinor, reason, status, dueBy } = dispute;
  const wasOver = before.syncSeq > 0n && isOver(before.status);
  const closedAt = isOver(status) ? (wasOver ? undefined : now) : null;
  const row = await updateDispute(tx, before.id, {
    ...{ amountMinor, reason, status, dueBy, syncSeq: fetchNumber, updatedAt: now },
    ...(closedAt === undefined ? {} : { closedAt }),
  });
  const frozenMilli = await applyEffect(ctx, tx, { dispute: row, payment });
  const isNew = before.syncSeq === 0n;
  const escalated = !isNew && isInquiry(before.status) && !isInquiry(status);
  const takenCareOf = isOver(status) && status !== "lost";
  if ((isNew && !takenCareOf) || escalated)
    await tellOfDispute(ctx, tx, { dispute: row, payment, frozenMilli });
}

/** Reads a dispute from Stripe and returns what to write about it. */
export async function prepareDispute(
  ctx: DisputeContext & Pick<AppContext, "db" | "payments">,
  stripeDisputeId: string,
): Promise<{ dispute: GatewayDispute; write: (tx: Db) => Promise<void> }> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const dispute = await ctx.payments.getDispute(stripeDisputeId);
  return { dispute, write: (tx) => settleDispute(ctx, tx, { dispute, fetchNumber }) };
}
