import { createHash } from "node:crypto";
import { findRemovalKey, renewRemovalKey } from "@/lib/customers";
import type { GatewayPaymentMethod } from "@/lib/ports/payment-method-gateway";
import { PaymentGatewayUnavailable, PaymentKeyReused } from "@/lib/ports/payment-gateway-errors";
import { LastPaymentMethod, PaymentMethodNotFound, PaymentMethodsChanged } from "./errors";
import type { MemberContext } from "./member-context";
import { memberOf, successorOf } from "./policy";
import { readMethods } from "./read-methods";

interface Removal {
  userId: string;
  /** Read before the list. */
  removalKey: string | null;
  methods: readonly GatewayPaymentMethod[];
}

/**
 * Stripe has kept a 500 under the key, which it would repeat for a day. Not so any other failure: the key may yet have
 * been used by nobody, and another tab's removal must be held off by it.
 */
const isRepeated = (error: unknown) =>
  error instanceof PaymentGatewayUnavailable && error.meta.replayed === true;

/** Of one and the same list one method goes: two tabs that each remove another one cannot both empty it. */
function idempotencyKeyOf({ userId, removalKey, methods }: Removal): string {
  const ids = methods.map(({ paymentMethodId }) => paymentMethodId).sort();
  if (removalKey) ids.push(removalKey);
  return `remove-method:${userId}:${createHash("sha256").update(ids.join()).digest("base64url")}`;
}

/** What was to become the default may have been removed by the other tab: a default that is gone would fail renewals. */
async function mendDefault(ctx: MemberContext, userId: string): Promise<void> {
  const { owner, methods, defaultId } = await readMethods(ctx, userId);
  if (!owner || methods.some((method) => method.paymentMethodId === defaultId)) return;
  const next = successorOf(methods, { removedId: defaultId, now: ctx.clock.now() });
  if (next) await ctx.payments.setDefaultPaymentMethod({ ...owner, paymentMethodId: next.paymentMethodId });
}

/**
 * Removes a payment method for good. The newest of the others that works takes the place of a default; a plan that
 * lives is never left without one.
 *
 * @throws MemberRequired, PaymentMethodNotFound, LastPaymentMethod, PaymentMethodsChanged, or a PaymentGatewayError
 */
export async function removePaymentMethod(
  ctx: MemberContext,
  { paymentMethodId }: { paymentMethodId: string },
): Promise<void> {
  const removalKey = await findRemovalKey(ctx.db, memberOf(ctx.actor));
  const own = await readMethods(ctx, memberOf(ctx.actor));
  const { userId, owner, methods, defaultId, hasPlan } = own;
  if (!owner || !methods.some((method) => method.paymentMethodId === paymentMethodId))
    throw new PaymentMethodNotFound();
  const successor = successorOf(methods, { removedId: paymentMethodId, now: ctx.clock.now() });
  if (hasPlan && !successor) throw new LastPaymentMethod();
  if (successor && paymentMethodId === defaultId)
    await ctx.payments.setDefaultPaymentMethod({ ...owner, paymentMethodId: successor.paymentMethodId });
  try {
    const idempotencyKey = idempotencyKeyOf({ userId, removalKey, methods });
    await ctx.payments.removePaymentMethod({ paymentMethodId, idempotencyKey });
  } catch (error) {
    if (isRepeated(error)) await renewRemovalKey(ctx.db, { userId, removalKey });
    if (!(error instanceof PaymentKeyReused)) throw error;
    await mendDefault(ctx, userId);
    throw new PaymentMethodsChanged();
  }
}
