import type { AppContext } from "@/lib/context";
import { openRefund } from "./open-refund";
import { requireAdmin } from "./require-admin";
import type { RequestRefundInput } from "./schema";

type Context = Pick<AppContext, "db" | "clock" | "actor">;

/**
 * An admin refunds a payment, wholly or in part. Our row and the job that asks Stripe are written together and nothing
 * is asked here, so that there is one way only: whatever dies when, the refund is made once. It is `pending` until
 * Stripe has taken it on; only then the credits go.
 *
 * Repeated with the same `refundId` and content: the same refund.
 *
 * @throws RefundForbidden, PaymentNotFound, PaymentNotRefundable, RefundTooLarge, RefundCurrencyDiffers, RefundIdReused
 */
export async function requestRefund(
  ctx: Context,
  input: RequestRefundInput,
): Promise<{ refundId: string; amountMinor: bigint; currency: string }> {
  const requestedById = requireAdmin(ctx.actor);
  const now = ctx.clock.now();
  const { id, amountMinor, currency } = await ctx.db.transaction((tx) =>
    openRefund(tx, { ...input, requestedById }, now),
  );
  return { refundId: id, amountMinor, currency };
}
