import { getPackForSale } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { ensureCustomer } from "@/lib/customers";
import { continueCheckout } from "./continue-checkout";
import { CheckoutNotOpened } from "./errors";
import { buyerOf } from "./policy";
import { openCheckout } from "./repository";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "actor" | "appUrl">;

/** Each round ends one checkout that cannot be continued; more than this many means that something is broken. */
const rounds = 3;

/**
 * Where the signed-in buyer pays for a pack. Two clicks or two tabs get the same page, and a try that ended in an
 * error is taken up again: one intention is never two charges. Credits come later, from `fulfilCheckout`.
 *
 * @throws BuyerRequired, NotForSale, CheckoutNotOpened, or a PaymentGatewayError; nothing is charged then
 */
export async function startCheckout(
  ctx: Context,
  { lookupKey }: { lookupKey: string },
): Promise<{ url: string }> {
  const userId = buyerOf(ctx.actor);
  const pack = await getPackForSale(ctx.db, lookupKey);
  for (let round = 0; round < rounds; round += 1) {
    const stripeCustomerId = await ensureCustomer(ctx, userId);
    const opened = await openCheckout(ctx.db, { userId, pack, now: ctx.clock.now() });
    const url = opened && (await continueCheckout(ctx, { ...opened, pack, stripeCustomerId }));
    if (url) return { url };
  }
  throw new CheckoutNotOpened({ lookupKey });
}
