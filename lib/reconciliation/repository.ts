import type { Db } from "@/lib/db";
import type { ReconciledObject } from "./types";

const name = "stripe-events";

export async function findCursor(db: Db): Promise<Date | null> {
  const row = await db.prisma.syncCursor.findUnique({ where: { name }, select: { position: true } });
  return row?.position ?? null;
}

/** Only forwards: a slow sweep does not undo the progress of a later one. */
export async function moveCursor(db: Db, position: Date): Promise<void> {
  const row = { position, updatedAt: position };
  await db.prisma.syncCursor.createMany({ data: { name, ...row }, skipDuplicates: true });
  await db.prisma.syncCursor.updateMany({ where: { name, position: { lt: position } }, data: row });
}

export interface KnownPerson {
  id: string;
  email: string;
  anonymised: boolean;
}

/** People by their ids or their addresses. */
export async function findPeople(
  db: Db,
  { ids, emails }: { ids: readonly string[]; emails: readonly string[] },
): Promise<KnownPerson[]> {
  const rows = await db.prisma.user.findMany({
    where: { OR: [{ id: { in: [...ids] } }, { email: { in: [...emails] } }] },
    select: { id: true, email: true, anonymisedAt: true },
  });
  return rows.map(({ id, email, anonymisedAt }) => ({ id, email, anonymised: anonymisedAt !== null }));
}

/**
 * Forgets that the credits of a payment or an invoice are granted, and what they are. The ledger forgets nothing: a
 * grant that is there is found by its key.
 */
export async function forgetGrant(
  tx: Db,
  { object, id }: { object: ReconciledObject; id: string },
): Promise<void> {
  const found = await tx.prisma.payment.findMany({
    where: object === "invoice" ? { invoice: { stripeInvoiceId: id } } : { stripePaymentIntentId: id },
    select: { id: true, invoiceId: true },
  });
  const paymentIds = found.map((payment) => payment.id);
  const invoiceIds = found.flatMap(({ invoiceId }) => invoiceId ?? []);
  await tx.prisma.paymentLot.deleteMany({ where: { paymentId: { in: paymentIds } } });
  await tx.prisma.payment.updateMany({ where: { id: { in: paymentIds } }, data: { creditedAt: null } });
  await tx.prisma.invoice.updateMany({
    where: object === "invoice" ? { stripeInvoiceId: id } : { id: { in: invoiceIds } },
    data: { creditedAt: null },
  });
}

/** The payment that Stripe calls so; null when we have none. */
export async function findPaymentId(db: Db, stripePaymentIntentId: string): Promise<string | null> {
  const row = await db.prisma.payment.findUnique({ where: { stripePaymentIntentId }, select: { id: true } });
  return row?.id ?? null;
}
