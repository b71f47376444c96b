import type { MemberContext } from "./member-context";
import { memberOf } from "./policy";
import { withCustomer } from "./with-customer";

/** Stripe offers the payment methods that work in it; nothing is charged. */
const currency = "usd";

/**
 * Where the member adds a payment method on Stripe's own page, from which they come back to `/billing`.
 *
 * @throws MemberRequired, or a PaymentGatewayError; nothing is saved then
 */
export async function openSetupPage(ctx: MemberContext): Promise<{ url: string }> {
  const userId = memberOf(ctx.actor);
  return withCustomer(ctx, userId, (stripeCustomerId) =>
    ctx.payments.createSetupPage({
      stripeCustomerId,
      currency,
      successUrl: `${ctx.appUrl}/billing?added={CHECKOUT_SESSION_ID}`,
      cancelUrl: `${ctx.appUrl}/billing?canceled=1`,
    }),
  );
}
