import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { computePreview } from "./compute-preview";
import { OwnPayment, PaymentNotFound, RefundForbidden } from "./errors";
import { findRefundable } from "./repository";
import type { PreviewRefundInput } from "./schema";
import type { RefundPreview } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "actor">;

/**
 * What a refund would give back and take, without doing it, by the computation that does it. Credits that are spent
 * between the two become debt.
 *
 * @throws RefundForbidden, PaymentNotFound, OwnPayment, PaymentNotRefundable, RefundTooLarge, RefundCurrencyDiffers
 */
export async function previewRefund(ctx: Context, input: PreviewRefundInput): Promise<RefundPreview> {
  const adminId = requireAdmin(ctx.actor, RefundForbidden);
  const payment = await findRefundable(ctx.db, input.paymentId);
  if (!payment) throw new PaymentNotFound();
  if (payment.userId === adminId) throw new OwnPayment();
  return computePreview(ctx, { ...input, payment, adminId });
}
