import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { PaymentNotFound, RefundForbidden } from "./errors";
import { findObstacle, leftMinorOf } from "./policy";
import { readPaymentHead, readRefundRequests, readRefundStories } from "./queries";
import { findRefundable } from "./repository";
import type { RefundablePayment } from "./types";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

/**
 * A payment for who thinks of refunding it: what is left, what stands in the way, and what became of its refunds. The
 * look is written down before anything is told.
 * @throws RefundForbidden, PaymentNotFound, also for the id of anything else
 */
export async function viewRefunds(
  ctx: Context,
  { paymentId, origin }: { paymentId: string; origin: AuditedAct["origin"] },
): Promise<RefundablePayment> {
  const { db, actor } = ctx;
  const adminId = requireAdmin(actor, RefundForbidden);
  const payment = isUuid(paymentId) ? await findRefundable(db, paymentId) : null;
  const head = payment && (await readPaymentHead(db, payment.id));
  if (!payment || !head) throw new PaymentNotFound();
  const { id, userId, currency, ...money } = payment;
  const { cardBrand: brand, cardLast4: last4 } = head;
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "payment_viewed", target: { type: "payment", id }, userId },
      ...{ after: { page: "refund" }, now: ctx.systemClock.now() },
    }),
  );
  const [refunds, waiting] = await Promise.all([
    readRefundStories(db, id),
    readRefundRequests(db, { where: { paymentId: id, status: "waiting" }, order: "desc", limit: 20 }),
  ]);
  return {
    ...{ id, userId, currency, refunds, waiting },
    ...{ description: money.description, status: money.status, amountMinor: money.amountMinor },
    ...{
      refundedMinor: money.refundedMinor,
      unsentMinor: money.unsentMinor,
      reservedMinor: money.reservedMinor,
    },
    userEmail: head.customer.user.email,
    leftMinor: leftMinorOf(payment),
    card: brand && last4 ? { brand, last4 } : null,
    paidAt: head.paidAt,
    obstacle: userId === adminId ? "own_payment" : findObstacle(payment),
  };
}
