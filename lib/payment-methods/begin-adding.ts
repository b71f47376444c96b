import type { MemberContext } from "./member-context";
import { memberOf } from "./policy";
import { withCustomer } from "./with-customer";

/**
 * Opens the adding of a payment method on our own page: the secret lets Stripe's script there save one for this
 * member, and nothing else. The same attempt opens it once.
 *
 * @throws MemberRequired, or a PaymentGatewayError; nothing is saved then
 */
export async function beginAdding(
  ctx: MemberContext,
  { attemptId }: { attemptId: string },
): Promise<{ clientSecret: string }> {
  const userId = memberOf(ctx.actor);
  return withCustomer(ctx, userId, (stripeCustomerId) =>
    ctx.payments.createSetup({
      stripeCustomerId,
      idempotencyKey: `setup:${userId}:${attemptId}:${stripeCustomerId}`,
    }),
  );
}
