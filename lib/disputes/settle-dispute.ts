import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling } from "@/lib/payments";
import type { GatewayDispute } from "@/lib/ports/dispute-gateway";
import { findReturnedPayment, PaymentNotFound } from "@/lib/refunds";
import { applyEffect } from "./apply-effect";
import type { DisputeContext } from "./context";
import { effectOf, isDecided, isInquiry, isOver } from "./policy";
import { claimDispute, updateDispute } from "./repository";
import { tellOfDispute } from "./tell-admins";

/** What only events tell. */
interface DisputeNews {
  /** When it was closed; null where none of them tells. */
  closedAt: Date | null;
}

interface DisputeReading {
  dispute: GatewayDispute;
  fetchNumber: bigint;
  news: DisputeNews;
}

interface Closing {
  isDecided: boolean;
  /** As it was known before. */
  knownAt: Date | null;
  /** As an event tells it. */
  toldAt: Date | null;
  now: Date;
}

/**
 * Stripe's dispute does not say when it was closed, its event does, which may come last: until then it is when we heard.
 */
function closedAt({ isDecided: decided, knownAt, toldAt, now }: Closing): Date | null {
  if (!decided) return null;
  if (knownAt && toldAt) return toldAt < knownAt ? toldAt : knownAt;
  return knownAt ?? toldAt ?? now;
}

/**
 * Makes our side equal to what Stripe says of a dispute: its row, the credits, the mails, in the caller's transaction.
 * Blind to the order and number of events; an older reading never overwrites a newer one.
 */
async function settleDispute(
  ctx: DisputeContext,
  tx: Db,
  { dispute, fetchNumber, news }: DisputeReading,
): Promise<void> {
  const payment = await findReturnedPayment(tx, dispute);
  if (!payment) throw new PaymentNotFound({ stripeDisputeId: dispute.stripeDisputeId });
  await lockBilling(tx, payment.userId);
  const now = ctx.clock.now();
  const before = await claimDispute(tx, { dispute, payment, now });
  if (before.syncSeq >= fetchNumber) return;
  const { amountMinor, reason, status, dueBy } = dispute;
  // An appeal that is won was not closed on the day of the loss.
  const isTurned = effectOf(before.status) === "claw_back" && effectOf(status) !== "claw_back";
  const knownAt = isTurned ? null : before.closedAt;
  const closing = { isDecided: isDecided(status), knownAt, toldAt: news.closedAt, now };
  const row = await updateDispute(tx, before.id, {
    ...{ amountMinor, reason, status, dueBy, syncSeq: fetchNumber, updatedAt: now },
    closedAt: closedAt(closing),
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
  news: DisputeNews = { closedAt: null },
): Promise<{ dispute: GatewayDispute; write: (tx: Db) => Promise<void> }> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const dispute = await ctx.payments.getDispute(stripeDisputeId);
  return { dispute, write: (tx) => settleDispute(ctx, tx, { dispute, fetchNumber, news }) };
}
