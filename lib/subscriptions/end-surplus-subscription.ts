import type { AppContext } from "@/lib/context";
import { refundRest } from "@/lib/refunds";
import { listSurplusPayments } from "./repository";

/**
 * Ends a second subscription at once and pays back in full what was paid for it. Safe to repeat: a payment that arrives
 * later starts it again.
 * @throws PaymentGatewayError, PaymentNotRefundable for one in dispute
 */
export async function endSurplusSubscription(
  ctx: Pick<AppContext, "db" | "payments" | "clock">,
  { stripeSubscriptionId }: { stripeSubscriptionId: string },
): Promise<void> {
  await ctx.payments.endNow(stripeSubscriptionId);
  const asSystem = { ...ctx, actor: { kind: "system", name: "surplus-subscriptions" } } as const;
  const note = `Second subscription ${stripeSubscriptionId}`;
  for (const paymentId of await listSurplusPayments(ctx.db, stripeSubscriptionId)) {
    await refundRest(asSystem, { paymentId, note });
  }
}
