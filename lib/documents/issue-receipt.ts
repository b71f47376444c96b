import type { Db } from "@/lib/db";
import { issueDocument, type IssueContext } from "./issue-document";
import { getPaidPayment } from "./queries";
import { findIssued } from "./repository";
import { toCard } from "./to-card";
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
  const { customer, userId, description, amountMinor, currency, ...paid } = await getPaidPayment(
    tx,
    paymentId,
  );
  return issueDocument(ctx, tx, {
    ...{ subject, userId, paymentId, refundId: null },
    draft: {
      kind: "receipt",
      buyer: customer.user,
      currency,
      lines: [{ description, quantity: 1, amountMinor, period: null }],
      ...{ discountMinor: 0n, totalMinor: amountMinor, balanceMinor: 0n },
      payment: paid.paidAt && { amountMinor, at: paid.paidAt, card: toCard(paid) },
      corrects: null,
    },
  });
}
