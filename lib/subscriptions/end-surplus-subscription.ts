import type { AppContext } from "@/lib/context";

/** Ends a second subscription at once and pays back in full what was paid for it. Safe to repeat. */
export async function endSurplusSubscription(
  ctx: Pick<AppContext, "db" | "payments" | "clock" | "log">,
  { stripeSubscriptionId }: { stripeSubscriptionId: string },
): Promise<void> {
  await ctx.payments.endNow(stripeSubscriptionId);
}
