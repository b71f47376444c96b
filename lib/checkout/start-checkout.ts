import { getPackForSale, getPlanForSale, findPlan } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { ensureCustomer } from "@/lib/customers";
import { continueCheckout } from "./continue-checkout";
import { CheckoutNotOpened } from "./errors";
import { assertMaySubscribe, hadPlan } from "@/lib/subscriptions";
import { buyerOf, toPackOffer, toPlanOffer } from "./policy";
import { openCheckout } from "./repository";
import type { Offer } from "./types";

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
  const pack = await getPackForSale(ctx.db, lookupKey);
  return open(ctx, buyerOf(ctx.actor), toPackOffer(pack));
}

/**
 * Where the signed-in member pays for a plan, which then begins. Of all their tabs only one page stays open. A trial,
 * where the plan has one, is for people who never had a plan.
 *
 * @throws BuyerRequired, AlreadySubscribed, NotForSale, CheckoutNotOpened, or a PaymentGatewayError; nothing is
 * charged then
 */
export async function startPlanCheckout(
  ctx: Context,
  { lookupKey }: { lookupKey: string },
): Promise<{ url: string }> {
  const userId = buyerOf(ctx.actor);
  const plan = await getPlanForSale(ctx.db, lookupKey);
  const trial = (await hadPlan(ctx.db, userId)) ? null : (findPlan(plan.planKey)?.trial ?? null);
  return open(ctx, userId, toPlanOffer(plan, trial));
}

async function open(ctx: Context, userId: string, offer: Offer): Promise<{ url: string }> {
  for (let round = 0; round < rounds; round += 1) {
    // In every round: the checkout that the one before took further may have begun a plan.
    if (offer.kind === "plan") await assertMaySubscribe(ctx.db, userId);
    const stripeCustomerId = await ensureCustomer(ctx, userId);
    const opened = await openCheckout(ctx.db, { userId, offer, now: ctx.clock.now() });
    const url = opened && (await continueCheckout(ctx, { ...opened, offer, stripeCustomerId }));
    if (url) return { url };
  }
  throw new CheckoutNotOpened({ lookupKey: offer.lookupKey });
}
