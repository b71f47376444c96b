import type { AppContext } from "@/lib/context";
import { PaymentNotRefundable, RefundForbidden } from "./errors";
import { openRefund } from "./open-refund";

type Context = Pick<AppContext, "db" | "clock" | "actor">;

/**
 * The system pays back all that is left of a payment, for example of a second subscription, with the credits that it
 * brought. Safe to repeat: when nothing is left, or all of it is on its way already, nothing happens.
 *
 * @returns the refund, or null when there was nothing to do
 * @throws RefundForbidden for people, PaymentNotFound, PaymentNotRefundable (not paid, or disputed)
 */
export async function refundRest(
  ctx: Context,
  { paymentId, note }: { paymentId: string; note: string },
): Promise<{ refundId: string } | null> {
  if (ctx.actor.kind !== "system") throw new RefundForbidden();
  const input = { paymentId, note, reason: null, credits: "claw_back", requestedById: null } as const;
  try {
    const { id } = await ctx.db.transaction((tx) => openRefund(tx, input, ctx.clock.now()));
    return { refundId: id };
  } catch (error) {
    if (error instanceof PaymentNotRefundable && error.obstacle === "nothing_left") return null;
    throw error;
  }
}
