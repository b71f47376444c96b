import Stripe from "stripe";
import { startPlanCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
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

export const planOf = (shop: Shop, { user }: Member) => findLiveSubscription(shop.db, user.id);

export const day = 86_400;

/** Stripe's own SDK, as support would use it in the dashboard. */
export const stripeOf = (shop: Shop) => {
  const { hostname: host, port } = new URL(shop.stripeUrl);
  return new Stripe("sk_test_shop", { host, port, protocol: "http", maxNetworkRetries: 0 });
};

/** From now on this card pays the member's plan. */
export async function useCard(shop: Shop, member: Member, card: string): Promise<void> {
  const stripe = stripeOf(shop);
  const { stripeSubscriptionId } = (await planOf(shop, member))!;
  const { customer } = await stripe.subscriptions.retrieve(stripeSubscriptionId);
  const { id } = await stripe.paymentMethods.attach(card, { customer: customer as string });
  await stripe.subscriptions.update(stripeSubscriptionId, { default_payment_method: id });
}

/** Names of the mails to a member, oldest first. */
export async function mailsTo(shop: Shop, { user }: Member): Promise<string[]> {
  const rows = await shop.db.prisma.outboxEmail.findMany({
    where: { userId: user.id },
    orderBy: { id: "asc" },
    select: { template: true },
  });
  return rows.map(({ template }) => template);
}

/** So that the next test's months do not renew this one's plans. */
export async function endAllPlans(shop: Shop): Promise<void> {
  const stripe = stripeOf(shop);
  for await (const { id } of stripe.subscriptions.list({ limit: 100 })) await stripe.subscriptions.cancel(id);
  await shop.settle();
}
