import { cardLabel } from "@/lib/payments";
import type { GatewayPaymentMethod } from "@/lib/ports/payment-method-gateway";
import type { MemberContext } from "./member-context";
import { isExpired, memberOf, successorOf } from "./policy";
import { readMethods, type OwnMethods } from "./read-methods";
import type { PaymentMethod, PaymentMethodList } from "./types";

function cardOf({ type, brand, last4, expiry, wallet }: GatewayPaymentMethod): PaymentMethod["card"] {
  if (type !== "card" || !expiry) return null;
  return { label: cardLabel({ brand: brand ?? "", last4: last4 ?? "" }), expiry, wallet };
}

function toView(method: GatewayPaymentMethod, own: OwnMethods, now: Date): PaymentMethod {
  const { paymentMethodId: id, type, last4, expiry } = method;
  const successor = successorOf(own.methods, { removedId: id, now });
  const isDefault = id === own.defaultId;
  return {
    id,
    type,
    card: cardOf(method),
    last4,
    isDefault,
    isExpired: isExpired(expiry, now),
    keptForPlan: own.hasPlan && successor === null,
    successorId: isDefault ? (successor?.paymentMethodId ?? null) : null,
  };
}

/**
 * The signed-in member's payment methods as Stripe has them now, the default first, then the newest. Nothing of them
 * is stored here.
 *
 * @throws MemberRequired, or a PaymentGatewayError
 */
export async function listPaymentMethods(ctx: MemberContext): Promise<PaymentMethodList> {
  const own = await readMethods(ctx, memberOf(ctx.actor));
  const now = ctx.clock.now();
  const methods = own.methods.map((method) => toView(method, own, now));
  methods.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  return { methods, hasLivePlan: own.hasPlan };
}
