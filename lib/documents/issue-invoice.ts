import type { Db } from "@/lib/db";
import { draftInvoice } from "./drafts";
import { issueDocument, type IssueContext } from "./issue-document";
import { getPaidInvoice } from "./queries";
import { findIssued } from "./repository";
import type { DocumentLine, IssuedDocument } from "./types";

export interface PaidInvoice {
  /** Of our row in `invoices`. */
  invoiceId: string;
  /** As they stand on the invoice; what they are more than its total is shown as a discount. */
  lines: readonly DocumentLine[];
}

/**
 * Issues our invoice for one of Stripe's that was paid, `INV-2026-000001`; repeated, it returns the one that is there.
 * Call it in the transaction that records invoice and payment, after both and as late as possible: until that ends
 * nobody else can issue a document, which is what keeps the numbers without gaps.
 *
 * @returns null for an invoice over nothing, such as that of a trial
 * @throws when there is no such invoice, or it is not paid
 */
export async function issueInvoice(
  ctx: IssueContext,
  tx: Db,
  { invoiceId, lines }: PaidInvoice,
): Promise<IssuedDocument | null> {
  const subject = `invoice:${invoiceId}`;
  const issued = await findIssued(tx, { kind: "invoice", subject });
  if (issued) return issued;
  const invoice = await getPaidInvoice(tx, invoiceId);
  if (invoice.totalMinor <= 0n) return null;
  const { userId, payments } = invoice;
  const paymentId = payments[0]?.id ?? null;
  const draft = draftInvoice(invoice, lines);
  return issueDocument(ctx, tx, { subject, userId, paymentId, refundId: null, draft });
}
