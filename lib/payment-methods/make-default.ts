import { afterNewDefault } from "./after-new-default";
import { PaymentMethodNotFound } from "./errors";
import type { MemberContext } from "./member-context";
import { memberOf } from "./policy";
import { readMethods, type OwnMethods } from "./read-methods";
import type { NewDefault } from "./types";

/** Makes one of the member's own the one that is charged, and pays with it what is open. */
export async function chooseDefault(
  ctx: MemberContext,
  { userId, owner, methods }: OwnMethods,
  paymentMethodId: string,
): Promise<NewDefault> {
  const isOwn = methods.some((method) => method.paymentMethodId === paymentMethodId);
  if (!owner || !isOwn) throw new PaymentMethodNotFound();
  await ctx.payments.setDefaultPaymentMethod({ ...owner, paymentMethodId });
  return { id: paymentMethodId, payment: await afterNewDefault(ctx, { userId, paymentMethodId }) };
}

/**
 * From now on this payment method is charged, renewals of the plan included; an invoice that is open is paid with it
 * at once, and a refusal of that is told, not thrown. Safe to repeat.
 *
 * @throws MemberRequired, PaymentMethodNotFound, or a PaymentGatewayError
 */
export async function makeDefault(
  ctx: MemberContext,
  { paymentMethodId }: { paymentMethodId: string },
): Promise<NewDefault> {
  return chooseDefault(ctx, await readMethods(ctx, memberOf(ctx.actor)), paymentMethodId);
}
