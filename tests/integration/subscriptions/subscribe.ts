import { startPlanCheckout } from "@/lib/checkout";
import { getBalance, getCreditOverview } from "@/lib/credits";
import { findLiveSubscription } from "@/lib/subscriptions";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import type { Shop } from "@/tests/setup/shop";

export type Member = Awaited<ReturnType<Shop["createBuyer"]>>;

/** A member who has paid for a plan on Stripe's page; its webhooks are on their way. */
export async function checkOutPlan(shop: Shop, lookupKey: string, member?: Member): Promise<Member> {
  const buyer = member ?? (await shop.createBuyer());
  const { url } = await startPlanCheckout(buyer.as, { lookupKey });
  await payOnHostedPage(url, cards.ok);
  return buyer;
}

/** A member with a plan, everything settled. */
export async function subscribe(shop: Shop, lookupKey: string): Promise<Member> {
  const member = await checkOutPlan(shop, lookupKey);
  await shop.settle();
  return member;
}

export const creditsOf = async (shop: Shop, { user }: Member) =>
  Number((await getBalance(shop.ctx, user.id)).totalMilli) / 1_000;

export const overviewOf = (shop: Shop, { user }: Member) => getCreditOverview(shop.ctx, user.id);

export const planOf = (shop: Shop, { user }: Member) => findLiveSubscription(shop.db, user.id);

export const day = 86_400;
