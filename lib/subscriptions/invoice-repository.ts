import type { Db, Prisma } from "@/lib/db";

type InvoiceState = Omit<Prisma.InvoiceUncheckedCreateInput, "id" | "payments">;

export interface InvoiceRow {
  id: string;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  creditedAt: Date | null;
  /** That it brought; 0 before. */
  creditsMilli: bigint;
}

const columns = { id: true, status: true, creditedAt: true, creditsMilli: true } as const;

export function findInvoice(db: Db, stripeInvoiceId: string): Promise<InvoiceRow | null> {
  return db.prisma.invoice.findUnique({ where: { stripeInvoiceId }, select: columns });
}

/** Writes the state unless one from a later reading is there. */
export async function upsertInvoice(db: Db, state: InvoiceState & { syncSeq: bigint }): Promise<InvoiceRow> {
  const { stripeInvoiceId, syncSeq } = state;
  const { count } = await db.prisma.invoice.createMany({ data: state, skipDuplicates: true });
  if (count === 0) {
    await db.prisma.invoice.updateMany({ where: { stripeInvoiceId, syncSeq: { lt: syncSeq } }, data: state });
  }
  return db.prisma.invoice.findUniqueOrThrow({ where: { stripeInvoiceId }, select: columns });
}

/** Notes that the invoice's credits are on the account. */
export async function markInvoiceCredited(
  db: Db,
  id: string,
  { creditsMilli, creditedAt }: { creditsMilli: bigint; creditedAt: Date },
): Promise<void> {
  await db.prisma.invoice.update({ where: { id }, data: { creditsMilli, creditedAt }, select: { id: true } });
}
