import type { Db } from "@/lib/db";
import { draftReceipt } from "./drafts";
import { issueDocument, type IssueContext } from "./issue-document";
import { getPaidPayment } from "./queries";
import { findIssued } from "./repository";
import type { IssuedDocument } from "./types";

/**
 * Issues the receipt of a payment that succeeded, `R-2026-000001`; repeated, it returns the one that is there.
 * Call it in the transaction that records the payment, as late as possible: until that ends nobody else can issue a
 * document, which is what keeps the numbers without gaps.
 *
 * @throws when there is no such payment, or it did not succeed
 */
export async function issueReceipt(
  ctx: IssueContext,
  tx: Db,
  { paymentId }: { paymentId: string },
): Promise<IssuedDocument> {
  const subject = `payment:${paymentId}`;
  const issued = await findIssued(tx, { kind: "receipt", subject });
  if (issued) return issued;
  const payment = await getPaidPayment(tx, paymentId);
  const draft = draftReceipt(payment);
  return issueDocument(ctx, tx, { subject, userId: payment.userId, paymentId, refundId: null, draft });
}
