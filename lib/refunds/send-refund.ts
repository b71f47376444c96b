import type { AppContext } from "@/lib/context";
import { drawFetchNumber, lockBilling } from "@/lib/payments";
import { PaymentKeyReused, PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import { failUnsentRefund, findUnsentRefund } from "./repository";
import { settleRefund } from "./settle-refund";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

type Unsent = NonNullable<Awaited<ReturnType<typeof findUnsentRefund>>>;

/** Stripe says no for good. A key in use is another process that asks for the same refund right now. */
function isRefusal(error: unknown): error is PaymentRequestRefused {
  return error instanceof PaymentRequestRefused && !(error instanceof PaymentKeyReused);
}

async function fail(ctx: Context, { id, userId }: Unsent, refusal: PaymentRequestRefused): Promise<void> {
  ctx.log.warn({ err: refusal, refundId: id }, "Stripe refused a refund");
  const { stripeCode } = refusal.meta;
  const failureReason = typeof stripeCode === "string" ? stripeCode : "refused";
  await ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    await failUnsentRefund(tx, { id, failureReason, now: ctx.clock.now() });
  });
}

/**
 * Asks Stripe for a refund that was requested, and settles it from the answer. The only place where refunds are made,
 * and safe to repeat for ever: a refund that was made by a try whose answer was lost is found by our id on it, and
 * within Stripe's 24 hours the idempotency key holds back a second one besides. Nothing happens when Stripe has
 * answered before.
 *
 * @throws PaymentGatewayError, to be tried again
 */
export async function sendRefund(ctx: Context, refundId: string): Promise<void> {
  const asked = await findUnsentRefund(ctx.db, refundId);
  if (!asked) return;
  const fetchNumber = await drawFetchNumber(ctx.db);
  const { paymentIntentId, amountMinor, reason } = asked;
  try {
    const refund =
      (await ctx.payments.findRefund({ paymentIntentId, refundId })) ??
      (await ctx.payments.createRefund({ refundId, paymentIntentId, amountMinor, reason }));
    await ctx.db.transaction((tx) => settleRefund(ctx, tx, { refund, fetchNumber }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await fail(ctx, asked, error);
  }
}
