import type { Db } from "@/lib/db";
import { issueDocument, type IssueContext } from "./issue-document";
import { figuresOf } from "./policy";
import { getPaidPayment } from "./queries";
import { findIssued } from "./repository";
import { toCard } from "./to-card";
import type { IssuedDocument } from "./types";

interface Paid {
  amountMinor: bigint;
  currency: string;
  checkout: { amountMinor: bigint; currency: string } | null;
}

/** What it cost before a promotion code took something off. */
function priceOf({ amountMinor, currency, checkout }: Paid): bigint {
  const agreed = checkout?.currency === currency ? checkout.amountMinor : amountMinor;
  return agreed > amountMinor ? agreed : amountMinor;
}

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
  const { customer, userId, description, amountMinor, currency, paidAt } = payment;
  const lines = [{ description, quantity: 1, amountMinor: priceOf(payment), period: null }];
  return issueDocument(ctx, tx, {
    ...{ subject, userId, paymentId, refundId: null },
    draft: {
      ...{ kind: "receipt", buyer: customer.user, currency, lines, corrects: null },
      ...figuresOf({ lines, totalMinor: amountMinor, paidMinor: amountMinor }),
      payment: paidAt && { amountMinor, at: paidAt, card: toCard(payment) },
    },
  });
}
