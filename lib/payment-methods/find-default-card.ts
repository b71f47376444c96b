import type { AppContext } from "@/lib/context";
import { cardLabel } from "@/lib/payments";
import { isExpired } from "./policy";
import { readMethods } from "./read-methods";
import type { DefaultCard } from "./types";

/**
 * The card that is charged when somebody is away: their default, as `/billing` shows it. Null when there is none, or when
 * it is no card. Whoever asks has the right to know.
 *
 * @throws PaymentGatewayError
 */
export async function findDefaultCard(
  ctx: Pick<AppContext, "db" | "payments" | "clock">,
  userId: string,
): Promise<DefaultCard | null> {
  const { owner, methods, defaultId } = await readMethods(ctx, userId);
  const method = methods.find(({ paymentMethodId }) => paymentMethodId === defaultId);
  if (!owner || method?.type !== "card") return null;
  return {
    paymentMethodId: method.paymentMethodId,
    stripeCustomerId: owner.stripeCustomerId,
    label: cardLabel({ brand: method.brand ?? "", last4: method.last4 ?? "" }),
    isExpired: isExpired(method.expiry, ctx.clock.now()),
  };
}
