import { listAudit, recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { listEntries } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { listDocumentsOfPayment } from "@/lib/documents";
import { isUuid } from "@/lib/shared/is-uuid";
import { toSought } from "@/lib/support";
import { requireAdmin } from "@/lib/shared/require-admin";
import { TransactionNotFound } from "./errors";
import { findScope } from "./find-scope";
import type { Investigation } from "./investigation";
import { findPayment, readEvents, readLots, readMails, type PaymentRow } from "./payment-queries";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

/** Stripe's names of all that belongs to the payment. */
function stripeIdsOf({ stripePaymentIntentId, checkout, invoice, attempts, refunds, disputes }: PaymentRow) {
  const ids = [
    stripePaymentIntentId,
    checkout?.stripeSessionId,
    invoice?.stripeInvoiceId,
    ...attempts.map(({ stripeChargeId }) => stripeChargeId),
    ...refunds.map(({ stripeRefundId }) => stripeRefundId),
    ...disputes.map(({ stripeDisputeId }) => stripeDisputeId),
  ];
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

/** What entries of the ledger and mails name as their reason. */
function ownIdsOf({ id, invoice, refunds, disputes }: PaymentRow) {
  return {
    references: [
      `payment:${id}`,
      ...(invoice ? [`invoice:${invoice.id}`] : []),
      ...refunds.map((refund) => `refund:${refund.id}`),
      ...disputes.map((dispute) => `dispute:${dispute.id}`),
    ],
    ids: [
      id,
      ...(invoice ? [invoice.id] : []),
      ...refunds.map((one) => one.id),
      ...disputes.map((one) => one.id),
    ],
  };
}

async function readAround(ctx: Context, payment: PaymentRow): Promise<Investigation> {
  const { userId, id: paymentId, stripePaymentIntentId } = payment;
  const { db } = ctx;
  const { references, ids } = ownIdsOf(payment);
  const lotKeys = payment.lots.map(({ lotKey }) => lotKey);
  const [lots, { entries }, documents, mails, events, acts, earlier] = await Promise.all([
    readLots(db, userId, lotKeys),
    listEntries(ctx, { userId, references, limit: 100 }),
    listDocumentsOfPayment(db, { userId, paymentId }),
    readMails(db, userId, ids),
    readEvents(db, stripeIdsOf(payment)),
    listAudit(ctx, { aboutId: paymentId }),
    // What was done while it was known by Stripe's name alone.
    listAudit(ctx, { aboutId: stripePaymentIntentId }),
  ]);
  const all = [...acts.entries, ...earlier.entries];
  return { payment, lots, entries, documents, mails, events, acts: all };
}

/**
 * Everything that is here about a payment, for an admin. The look is written down before anything is told.
 * @throws TransactionNotFound
 */
export async function viewPayment(
  ctx: Context,
  { id, origin }: { id: string; origin: AuditedAct["origin"] },
): Promise<Investigation> {
  const { db, actor, systemClock } = ctx;
  requireAdmin(actor, TransactionNotFound);
  const payment = isUuid(id) ? await findPayment(db, id.toLowerCase()) : null;
  if (!payment) throw new TransactionNotFound();
  const investigation = await readAround(ctx, payment);
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "payment_viewed", target: { type: "payment", id: payment.id } },
      ...{ userId: payment.userId, now: systemClock.now() },
    }),
  );
  return investigation;
}

/** The one payment that any of Stripe's ids is about, as our rows know it; null where none or several are. */
export async function findPaymentOf(db: Db, id: string): Promise<string | null> {
  const sought = toSought(id);
  if (sought.by !== "stripe" || sought.kind === "customer") return null;
  const { scope } = await findScope(db, sought);
  return scope.by === "payments" && scope.ids.length === 1 ? (scope.ids[0] ?? null) : null;
}
