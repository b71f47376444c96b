import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import { requireActiveAdmin } from "@/lib/users";
import { requireAdmin } from "@/lib/shared/require-admin";
import { computePreview } from "./compute-preview";
import { OwnPayment, PaymentNotFound, RefundForbidden, RefundIdReused, StaleRefundPreview } from "./errors";
import { openRefund } from "./open-refund";
import { findRefund, findRefundable } from "./repository";
import { findRefundRequest, insertRefundRequest } from "./request-repository";
import type { RequestRefundInput } from "./schema";
import type { RefundOutcome, RefundPreview } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;

/** The same form sent again: what it did before. */
async function findRepeated(tx: Db, input: RequestRefundInput): Promise<RefundOutcome | null> {
  if (!input.refundId) return null;
  const refund = await findRefund(tx, input.refundId);
  const found = refund ?? (await findRefundRequest(tx, input.refundId));
  if (!found) return null;
  const same =
    found.paymentId === input.paymentId &&
    found.credits === input.credits &&
    (input.amountMinor === undefined || found.amountMinor === input.amountMinor);
  if (!same) throw new RefundIdReused();
  const { id: refundId, amountMinor, currency } = found;
  return { outcome: refund ? "asked" : "awaits_approval", refundId, amountMinor, currency };
}

interface Asked {
  input: RequestRefundInput;
  userId: string;
  adminId: string;
  preview: RefundPreview;
}

async function write(
  ctx: Context,
  tx: Db,
  { input, userId, adminId, preview }: Asked,
): Promise<RefundOutcome> {
  const { paymentId, refundId: id = uuidv7(), reason, note = null, credits } = input;
  const { amountMinor, currency } = preview;
  const createdAt = ctx.clock.now();
  const outcome = { refundId: id, amountMinor, currency };
  if (preview.needsApproval) {
    const terms = { paymentId, amountMinor, currency, reason, note, credits, requestedById: adminId };
    await insertRefundRequest(tx, { id, userId, ...terms, createdAt });
    return { outcome: "awaits_approval", ...outcome };
  }
  const terms = { ...input, refundId: id, amountMinor, currency, requestedById: adminId };
  await openRefund(tx, terms, createdAt);
  return { outcome: "asked", ...outcome };
}

/**
 * An admin refunds a payment, wholly or in part. Our row, the job that asks Stripe and the audit entry are written
 * together and nothing is asked here, so that there is one way only: whatever dies when, the refund is made once. It is
 * `pending` until Stripe has taken it on; only then the credits go. More than one admin may give back alone becomes a
 * request to the others, for which the amount is reserved.
 *
 * Repeated with the same `refundId` and content: the same refund. With the `token` of a preview only what that showed is
 * done: of two admins at once the second sees what changed.
 *
 * @throws RefundForbidden, ActorNotAdmin, PaymentNotFound, OwnPayment, PaymentNotRefundable, RefundTooLarge, RefundCurrencyDiffers,
 * RefundIdReused, StaleRefundPreview
 */
export async function requestRefund(
  ctx: Context,
  input: RequestRefundInput,
  origin: AuditedAct["origin"] = null,
): Promise<RefundOutcome> {
  const { actor } = ctx;
  const adminId = requireAdmin(actor, RefundForbidden);
  return ctx.db.transaction(async (tx) => {
    const found = await findRefundable(tx, input.paymentId);
    if (!found) throw new PaymentNotFound();
    const { userId } = found;
    if (userId === adminId) throw new OwnPayment();
    await requireActiveAdmin(tx, actor);
    await lockBilling(tx, userId);
    const repeated = await findRepeated(tx, input);
    if (repeated) return repeated;
    const payment = (await findRefundable(tx, input.paymentId)) ?? found;
    const preview = await computePreview({ ...ctx, db: tx }, { ...input, payment, adminId });
    if (input.token !== undefined && input.token !== preview.token) throw new StaleRefundPreview();
    const result = await write(ctx, tx, { input, userId, adminId, preview });
    const { refundId, amountMinor, currency, outcome } = result;
    await recordAudit(tx, {
      ...{ actor, origin, action: "refund_asked", target: { type: "refund", id: refundId }, userId },
      ...{ reason: input.note ?? null, before: { leftMinor: preview.leftMinor } },
      after: {
        ...{ paymentId: payment.id, amountMinor, currency, leftMinor: preview.leftAfterMinor },
        ...{ credits: input.credits, stripeReason: input.reason, outcome },
      },
      now: ctx.systemClock.now(),
    });
    return result;
  });
}
