import type { MemberContext } from "./member-context";
import { memberOf } from "./policy";
import { withCustomer } from "./with-customer";

/**
 * Where the member manages their billing on Stripe's own pages. Whatever they change there comes back by Stripe's
 * events.
 *
 * @throws MemberRequired, or a PaymentGatewayError
 */
export async function openPortal(ctx: MemberContext): Promise<{ url: string }> {
  return withCustomer(ctx, memberOf(ctx.actor), (stripeCustomerId) =>
    ctx.payments.createPortal({ stripeCustomerId, returnUrl: `${ctx.appUrl}/billing` }),
  );
}
