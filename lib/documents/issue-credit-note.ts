import type { Db } from "@/lib/db";
import { issueDocument, type IssueContext } from "./issue-document";
import { figuresOf } from "./policy";
import { getRefund } from "./queries";
import { findIssued } from "./repository";
import { toCard } from "./to-card";
import type { IssuedDocument } from "./types";

interface RefundedPayment {
  id: string;
  invoiceId: string | null;
}

function findCorrected(tx: Db, { id, invoiceId }: RefundedPayment): Promise<IssuedDocument | null> {
  return invoiceId
    ? findIssued(tx, { kind: "invoice", subject: `invoice:${invoiceId}` })
    : findIssued(tx, { kind: "receipt", subject: `payment:${id}` });
}

/**
 * Issues the credit note of a refund that succeeded, `CN-2026-000001`, which names the receipt or invoice that it
 * corrects; repeated, it returns the one that is there. Call it in the transaction that settles the refund, as late as
 * possible: until that ends nobody else can issue a document, which is what keeps the numbers without gaps.
 *
 * @throws when there is no such refund, or it did not succeed
 */
export async function issueCreditNote(
  ctx: IssueContext,
  tx: Db,
  { refundId }: { refundId: string },
): Promise<IssuedDocument> {
  const subject = `refund:${refundId}`;
  const issued = await findIssued(tx, { kind: "credit_note", subject });
  if (issued) return issued;
  const refund = await getRefund(tx, refundId);
  const { userId, customer, payment, amountMinor, currency } = refund;
  if (refund.status !== "succeeded") throw new Error("A credit note needs a refund that succeeded.");
  const corrected = await findCorrected(tx, payment);
  const description = `Refund: ${payment.description}`;
  const lines = [{ description, quantity: 1, amountMinor, period: null }];
  return issueDocument(ctx, tx, {
    ...{ subject, userId, paymentId: payment.id, refundId },
    draft: {
      ...{ kind: "credit_note", buyer: customer.user, currency },
      lines,
      ...figuresOf({ lines, totalMinor: amountMinor, paidMinor: amountMinor }),
      payment: { amountMinor, at: refund.updatedAt, card: toCard(payment) },
      corrects: corrected && { number: corrected.number, issuedAt: corrected.issuedAt },
    },
  });
}
