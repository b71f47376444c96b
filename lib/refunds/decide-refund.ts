import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import { requireActiveAdmin } from "@/lib/users";
import { requireAdmin } from "@/lib/shared/require-admin";
import { assertRequesterIsAdmin } from "./assert-requester";
import { computePreview } from "./compute-preview";
import {
  NotYoursToDecide,
  OwnPayment,
  PaymentNotFound,
  RefundForbidden,
  RefundRequestDecided,
  RefundRequestNotFound,
  StaleRefundPreview,
} from "./errors";
import { openRefund } from "./open-refund";
import { findRefundable } from "./repository";
import { findRefundRequest, saveDecision, type RefundRequestRow } from "./request-repository";
import type { DecideRefundInput } from "./schema";
import type { RefundReason } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;
type Verdict = "approved" | "declined" | "withdrawn";

/** Nobody decides about their own, or about money that would come to them. @throws NotYoursToDecide, OwnPayment */
function assertMayDecide(request: RefundRequestRow, adminId: string, verdict: Verdict): void {
  const asked = request.requestedById === adminId;
  if (verdict === "withdrawn" && !asked) throw new NotYoursToDecide("not_requester");
  if (verdict !== "withdrawn" && asked) throw new NotYoursToDecide("own_request");
  if (verdict === "approved" && request.userId === adminId) throw new OwnPayment();
}

interface Decided {
  input: DecideRefundInput;
  verdict: Verdict;
  origin: AuditedAct["origin"];
}

/** Writes a decision down, with what follows from it, unless the same one was written before. */
async function decide(
  ctx: Context,
  { input, verdict, origin }: Decided,
  follow: (tx: Db, request: RefundRequestRow) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { actor, db, clock, systemClock } = ctx;
  const adminId = requireAdmin(actor, RefundForbidden);
  const { requestId: id, reason: decision } = input;
  await db.transaction(async (tx) => {
    const found = await findRefundRequest(tx, id);
    if (!found) throw new RefundRequestNotFound();
    assertMayDecide(found, adminId, verdict);
    await requireActiveAdmin(tx, actor);
    await lockBilling(tx, found.userId);
    const request = (await findRefundRequest(tx, id)) ?? found;
    if (request.status === verdict && request.decidedById === adminId) return;
    if (request.status !== "waiting") throw new RefundRequestDecided(request.status);
    await follow(tx, request);
    await saveDecision(tx, id, { status: verdict, decidedById: adminId, decision, decidedAt: clock.now() });
    const { userId, paymentId, amountMinor, currency, credits, requestedById } = request;
    await recordAudit(tx, {
      ...{ actor, origin, action: `refund_${verdict}`, target: { type: "refund", id }, userId },
      ...{ reason: decision, before: { status: "waiting" } },
      after: { status: verdict, paymentId, amountMinor, currency, credits, requestedById },
      now: systemClock.now(),
    });
  });
}

/**
 * A second admin lets a refund happen: it is asked for as it was requested, under the request's id, in the name of who
 * requested it. What stands in its way by now (a dispute, money that went back otherwise, a requester who is no admin any
 * more) refuses it, and the request goes on waiting. Safe to repeat.
 *
 * @throws RefundForbidden, ActorNotAdmin, RefundRequestNotFound, NotYoursToDecide, OwnPayment, RefundRequestDecided,
 * RequesterNoAdmin, PaymentNotRefundable, RefundTooLarge, StaleRefundPreview
 */
export async function approveRefund(
  ctx: Context,
  input: DecideRefundInput,
  origin: AuditedAct["origin"] = null,
): Promise<void> {
  await decide(ctx, { input, verdict: "approved", origin }, async (tx, request) => {
    const { id, paymentId, amountMinor, currency, credits, requestedById, note } = request;
    await assertRequesterIsAdmin(tx, requestedById);
    const payment = await findRefundable(tx, paymentId, { exceptRequestId: id });
    if (!payment) throw new PaymentNotFound();
    const terms = { amountMinor, currency, credits };
    const preview = await computePreview({ ...ctx, db: tx }, { payment, ...terms, adminId: null });
    if (input.token !== undefined && input.token !== preview.token) throw new StaleRefundPreview();
    const named = { refundId: id, approvedRequestId: id, requestedById };
    const reason = request.reason as RefundReason | null;
    await openRefund(tx, { paymentId, ...terms, reason, note: note ?? undefined, ...named }, ctx.clock.now());
  });
}

/**
 * A second admin says no; what was reserved is free again. Safe to repeat.
 * @throws RefundForbidden, RefundRequestNotFound, NotYoursToDecide, RefundRequestDecided
 */
export async function declineRefund(
  ctx: Context,
  input: DecideRefundInput,
  origin: AuditedAct["origin"] = null,
): Promise<void> {
  await decide(ctx, { input, verdict: "declined", origin });
}

/**
 * Who requested a refund takes the request back. Safe to repeat.
 * @throws RefundForbidden, RefundRequestNotFound, NotYoursToDecide, RefundRequestDecided
 */
export async function withdrawRefund(
  ctx: Context,
  input: DecideRefundInput,
  origin: AuditedAct["origin"] = null,
): Promise<void> {
  await decide(ctx, { input, verdict: "withdrawn", origin });
}
