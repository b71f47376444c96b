import type { Db } from "@/lib/db";
import { issueDocument, type IssueContext } from "./issue-document";
import { figuresOf } from "./policy";
import { getRefund } from "./queries";
import { findIssued } from "./repository";
import type { IssuedDocument } from "./types";

/**
 * Takes back the credit note of a refund that failed after it had succeeded: a document is never changed, so another
 * one, over the same amount below zero, corrects it. Same conditions and guarantees as `issueCreditNote`.
 *
 * @returns null when the refund has no credit note
 */
export async function reverseCreditNote(
  ctx: IssueContext,
  tx: Db,
  { refundId }: { refundId: string },
): Promise<IssuedDocument | null> {
  const corrected = await findIssued(tx, { kind: "credit_note", subject: `refund:${refundId}` });
  if (!corrected) return null;
  const subject = `refund:${refundId}:reversed`;
  const issued = await findIssued(tx, { kind: "credit_note", subject });
  if (issued) return issued;
  const { userId, customer, payment, currency, ...refund } = await getRefund(tx, refundId);
  const amountMinor = -refund.amountMinor;
  const description = `Failed refund: ${payment.description}`;
  const lines = [{ description, quantity: 1, amountMinor, period: null }];
  return issueDocument(ctx, tx, {
    ...{ subject, userId, paymentId: payment.id, refundId },
    draft: {
      ...{ kind: "credit_note", buyer: customer.user, currency, payment: null },
      lines,
      ...figuresOf({ lines, totalMinor: amountMinor, paidMinor: amountMinor }),
      corrects: { number: corrected.number, issuedAt: corrected.issuedAt },
    },
  });
}
