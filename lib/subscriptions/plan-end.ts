import { z } from "zod";
import type { Db } from "@/lib/db";
import { leftToRefund } from "@/lib/refunds";
import { NoPlan } from "./errors";
import { skewMs, tokenFor } from "./preview-token";
import { findLiveSubscription, type SubscriptionRow } from "./repository";
import { shareUnused, type PaidInvoice, type UnusedPart } from "./share-unused";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";
import type { EndRefund } from "./types";

/** Everything that decides about an end; previewing and doing it are both computed from this. */
export interface PlanEndSetup {
  subscription: SubscriptionRow;
  refund: EndRefund;
  at: Date;
  /** Newest first; none where nothing goes back. */
  invoices: readonly PaidInvoice[];
}

const linesSchema = z.array(
  z.object({
    amountMinor: z.coerce.bigint(),
    period: z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() }),
  }),
);

async function listPaidInvoices(db: Db, subscriptionId: string, at: Date): Promise<PaidInvoice[]> {
  const rows = await db.prisma.invoice.findMany({
    where: { subscriptionId, status: "paid" },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    select: { lines: true, payments: { where: { status: "succeeded" }, select: { id: true } } },
  });
  const invoices: PaidInvoice[] = [];
  for (const { lines: stored, payments } of rows) {
    const lines = linesSchema.parse(stored);
    if (!lines.some(({ period }) => period.endsAt > at)) continue;
    const held = [];
    for (const { id } of payments) held.push({ paymentId: id, leftMinor: await leftToRefund(db, id) });
    invoices.push({ lines, payments: held });
  }
  return invoices;
}

/** Stripe is asked first, so that a renewal of which we have not heard is paid back, too. @throws PaymentGatewayError */
export async function catchUp(ctx: SyncContext, userId: string): Promise<void> {
  const periodStartsAt = (await findLiveSubscription(ctx.db, userId))?.periodStartsAt;
  if (periodStartsAt) await syncMember(ctx, userId, { since: new Date(periodStartsAt.getTime() - skewMs) });
}

/** @throws NoPlan */
export async function readPlanEnd(
  db: Db,
  userId: string,
  { refund, at }: { refund: EndRefund; at: Date },
): Promise<PlanEndSetup> {
  const subscription = await findLiveSubscription(db, userId);
  if (!subscription) throw new NoPlan();
  const invoices = refund === "none" ? [] : await listPaidInvoices(db, subscription.id, at);
  return { subscription, refund, at, invoices };
}

/** Pure: what goes back, and the token of exactly that. */
export function computePlanEnd({ subscription, refund, at, invoices }: PlanEndSetup): {
  parts: UnusedPart[];
  refundMinor: bigint;
  token: string;
} {
  const parts = shareUnused(invoices, at);
  const refundMinor = parts.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const token = tokenFor(at, ["end", subscription.stripeSubscriptionId, refund, parts]);
  return { parts, refundMinor, token };
}
