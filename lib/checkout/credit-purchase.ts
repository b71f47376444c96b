import type { AppContext } from "@/lib/context";
import { grantCredits } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { applyEarlierReturns } from "@/lib/disputes";
import { issueReceipt } from "@/lib/documents";
import { queueEmail } from "@/lib/notifications";
import { cardLabel, markCredited, savePaymentLots } from "@/lib/payments";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import { formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import type { Checkout } from "./types";

type Context = Pick<AppContext, "clock" | "appUrl">;

export interface PaidPurchase {
  checkout: Checkout;
  payment: GatewayPayment;
  paymentId: string;
}

/** Grants a paid purchase's credits, keyed by the payment, and issues and mails the receipt. Needs the caller's transaction. */
export async function creditPurchase(ctx: Context, tx: Db, purchase: PaidPurchase): Promise<void> {
  const { checkout, payment, paymentId } = purchase;
  const { creditsMilli } = checkout;
  const lotKey = `pi:${payment.paymentIntentId}`;
  const { balanceAfterMilli } = await grantCredits(
    { db: tx, clock: ctx.clock },
    {
      userId: checkout.userId,
      key: lotKey,
      kind: "payg",
      creditsMilli,
      cost: { amountMinor: payment.amountReceivedMinor, currency: payment.currency },
      reference: `payment:${paymentId}`,
      description: checkout.itemName,
    },
  );
  const costMinor = payment.amountReceivedMinor;
  await savePaymentLots(tx, paymentId, [{ lotKey, costMinor, creditsMilli }]);
  await markCredited(tx, paymentId, ctx.clock.now());
  await applyEarlierReturns(ctx, tx, paymentId);
  await queueReceipt(ctx, tx, { ...purchase, balanceMilli: balanceAfterMilli });
}

async function queueReceipt(
  ctx: Context,
  tx: Db,
  purchase: PaidPurchase & { balanceMilli: bigint },
): Promise<void> {
  const { checkout, payment, paymentId, balanceMilli } = purchase;
  const charge = payment.attempts.find(({ status }) => status === "succeeded");
  const document = await issueReceipt(ctx, tx, { paymentId });
  await queueEmail(tx, {
    to: await getUserEmail(tx, checkout.userId),
    key: `receipt:${paymentId}`,
    userId: checkout.userId,
    documentId: document.id,
    message: {
      template: "purchase-receipt",
      props: {
        packName: checkout.itemName,
        credits: formatCredits(checkout.creditsMilli),
        amount: formatMoney(payment.amountReceivedMinor, payment.currency),
        paidAt: formatMinute(charge?.attemptedAt ?? payment.createdAt),
        card: charge?.card ? cardLabel(charge.card) : null,
        balance: formatCredits(balanceMilli),
        number: document.number,
        receiptUrl: charge?.receiptUrl ?? null,
        creditsUrl: `${ctx.appUrl}/credits`,
      },
    },
  });
}
