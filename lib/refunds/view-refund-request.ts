import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { DomainError } from "@/lib/shared/errors";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { assertRequesterIsAdmin } from "./assert-requester";
import { computePreview } from "./compute-preview";
import { PaymentNotFound, RefundForbidden, RefundRequestNotFound } from "./errors";
import { readRefundRequests } from "./queries";
import { findRefundable } from "./repository";
import type { RefundPreview, RefundRequestLine } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;

interface RefundRequestView {
  request: RefundRequestLine;
  /** Computed anew; null once it is decided, or where it cannot be approved as the payment stands. */
  preview: RefundPreview | null;
  /** The code of what stands in its way. */
  obstacle: string | null;
  /** What the admin who looks can do about it. */
  mayDecide: boolean;
  mayWithdraw: boolean;
}

async function previewAnew(ctx: Context, request: RefundRequestLine) {
  const { id, paymentId, amountMinor, currency, credits } = request;
  const payment = await findRefundable(ctx.db, paymentId, { exceptRequestId: id });
  if (!payment) throw new PaymentNotFound();
  try {
    await assertRequesterIsAdmin(ctx.db, request.requestedById);
    const asked = { payment, amountMinor, currency, credits, adminId: null };
    return { preview: await computePreview(ctx, asked), obstacle: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { preview: null, obstacle: error.code };
  }
}

/**
 * A request with what its approval would do now. The look is written down before anything is told.
 * @throws RefundForbidden, RefundRequestNotFound
 */
export async function viewRefundRequest(
  ctx: Context,
  { requestId, origin }: { requestId: string; origin: AuditedAct["origin"] },
): Promise<RefundRequestView> {
  const { db, actor, systemClock } = ctx;
  const adminId = requireAdmin(actor, RefundForbidden);
  const found = isUuid(requestId)
    ? await readRefundRequests(db, { where: { id: requestId }, order: "desc", limit: 1 })
    : [];
  const [request] = found;
  if (!request) throw new RefundRequestNotFound();
  const { paymentId: id, userId, status, requestedById } = request;
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "payment_viewed", target: { type: "payment", id }, userId },
      ...{ after: { page: "refund_request", requestId: request.id }, now: systemClock.now() },
    }),
  );
  const waits = status === "waiting";
  const mine = requestedById === adminId;
  return {
    request,
    ...(waits ? await previewAnew(ctx, request) : { preview: null, obstacle: null }),
    mayDecide: waits && !mine,
    mayWithdraw: waits && mine,
  };
}
