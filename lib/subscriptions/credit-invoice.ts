import type { AppContext } from "@/lib/context";
import { grantCredits } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { applyEarlierReturns } from "@/lib/disputes";
import { markCredited, savePaymentLots } from "@/lib/payments";
import { splitAmount } from "@/lib/shared/split-amount";
import type { MonthGrant } from "./invoice-grants";
import { markInvoiceCredited } from "./invoice-repository";

export interface PaidInvoice {
  invoiceId: string;
  userId: string;
  /** The payment whose return takes the credits back; null where no money moved. */
  payment: { paymentId: string; amountMinor: bigint } | null;
  currency: string;
  grants: readonly MonthGrant[];
}

/**
 * Grants what a paid invoice brings and notes which payment bought it: the payment's money is the cost of all its lots
 * together. Needs the caller's transaction.
 */
export async function creditInvoice(
  ctx: Pick<AppContext, "clock">,
  tx: Db,
  { invoiceId, userId, payment, currency, grants }: PaidInvoice,
): Promise<void> {
  const costs = splitAmount(
    payment?.amountMinor ?? 0n,
    grants.map(({ creditsMilli }) => creditsMilli),
  );
  const lots = grants.map((grant, index) => ({ ...grant, costMinor: costs[index] ?? 0n }));
  for (const { key, creditsMilli, effectiveAt, expiresAt, description, costMinor } of lots) {
    await grantCredits(
      { db: tx, clock: ctx.clock },
      {
        userId,
        key,
        kind: "subscription",
        creditsMilli,
        effectiveAt,
        expiresAt,
        cost: { amountMinor: costMinor, currency },
        reference: `invoice:${invoiceId}`,
        description,
      },
    );
  }
  if (payment) {
    await savePaymentLots(
      tx,
      payment.paymentId,
      lots.map(({ key, costMinor, creditsMilli }) => ({ lotKey: key, costMinor, creditsMilli })),
    );
    await markCredited(tx, payment.paymentId, ctx.clock.now());
    await applyEarlierReturns(ctx, tx, payment.paymentId);
  }
  const creditsMilli = grants.reduce((sum, grant) => sum + grant.creditsMilli, 0n);
  await markInvoiceCredited(tx, invoiceId, { creditsMilli, creditedAt: ctx.clock.now() });
}
