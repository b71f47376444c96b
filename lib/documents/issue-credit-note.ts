import type { Db } from "@/lib/db";
import { draftCreditNote } from "./drafts";
import { issueDocument, type IssueContext } from "./issue-document";
import { getRefund } from "./queries";
import { findIssued } from "./repository";
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
  if (refund.status !== "succeeded") throw new Error("A credit note needs a refund that succeeded.");
  const { userId, payment } = refund;
  const corrected = await findCorrected(tx, payment);
  const draft = draftCreditNote(
    refund,
    corrected && { number: corrected.number, issuedAt: corrected.issuedAt },
  );
  return issueDocument(ctx, tx, { subject, userId, paymentId: payment.id, refundId, draft });
}
