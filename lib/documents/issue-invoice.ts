import type { Db } from "@/lib/db";
import { issueDocument, type IssueContext } from "./issue-document";
import { figuresOf } from "./policy";
import { getPaidInvoice } from "./queries";
import { findIssued } from "./repository";
import { toCard } from "./to-card";
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
  const { userId, customer, currency, totalMinor, paidMinor, paidAt } = invoice;
  if (totalMinor <= 0n) return null;
  const [payment] = invoice.payments;
  const at = payment?.paidAt ?? paidAt;
  const moved = paidMinor > 0n && at !== null;
  return issueDocument(ctx, tx, {
    ...{ subject, userId, paymentId: payment?.id ?? null, refundId: null },
    draft: {
      ...{ kind: "invoice", buyer: customer.user, currency, corrects: null },
      lines: lines.map(({ description, quantity, amountMinor, period }) => ({
        ...{ description, quantity, amountMinor, period },
      })),
      ...figuresOf({ lines, totalMinor, paidMinor }),
      payment: moved ? { amountMinor: paidMinor, at, card: payment ? toCard(payment) : null } : null,
    },
  });
}
