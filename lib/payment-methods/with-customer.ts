import { ensureCustomer, forgetCustomer } from "@/lib/customers";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import type { MemberContext } from "./member-context";

/** Does something with the member's customer at Stripe; with a new one where the old one was deleted there. */
export async function withCustomer<T>(
  ctx: MemberContext,
  userId: string,
  work: (stripeCustomerId: string) => Promise<T>,
): Promise<T> {
  const stripeCustomerId = await ensureCustomer(ctx, userId);
  try {
    return await work(stripeCustomerId);
  } catch (error) {
    if (!(error instanceof PaymentObjectMissing) || error.meta.param !== "customer") throw error;
    await forgetCustomer(ctx.db, { userId, stripeCustomerId, now: ctx.clock.now() });
    return work(await ensureCustomer(ctx, userId));
  }
}
