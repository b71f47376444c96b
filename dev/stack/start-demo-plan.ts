import type Stripe from "stripe";
import { getPlanForSale } from "@/lib/catalog";
import { plans } from "@/lib/catalog/catalog";
import type { AppContext } from "@/lib/context";
import { ensureCustomer } from "@/lib/customers";
import { prepareSubscriptions } from "@/lib/subscriptions";
import { seededAccounts } from "@/prisma/seed/accounts";
import { adaPlanName } from "@/prisma/seed/ada-story";
import { billingInstants } from "@/prisma/seed/story-time";

const [basic] = plans;
const ada = seededAccounts.find(({ email }) => email.startsWith("ada@"));

/** What the story calls it, as nobody's Stripe knew it then. */
const seeded = `sub_seed_${adaPlanName}`;

/**
 * Lets Ada's plan live in the local Stripe, too, so that it renews, changes and ends like anybody's. What is paid of it
 * already is the demo's story: its row goes on under Stripe's name, and the first invoice is that of the next renewal.
 */
export async function startDemoPlan(ctx: AppContext, stripe: Stripe): Promise<string> {
  const user =
    ada && (await ctx.db.prisma.user.findUnique({ where: { email: ada.email }, select: { id: true } }));
  if (!user) return "nobody to have one";
  const plan = await ctx.db.prisma.subscription.findFirst({
    where: { userId: user.id },
    orderBy: { startedAt: "desc" },
    select: { stripeSubscriptionId: true },
  });
  if (plan && plan.stripeSubscriptionId !== seeded) return "there already";
  const customer = await ensureCustomer(ctx, user.id);
  const card = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } });
  const { stripePriceId: price, name } = await getPlanForSale(ctx.db, basic.prices.month.lookupKey);
  const stripesNow = new Date(card.created * 1_000);
  const [, renewsAt = stripesNow] = billingInstants(stripesNow, 1);
  const { id, items } = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    billing_cycle_anchor: Math.floor(renewsAt.getTime() / 1_000),
    proration_behavior: "none",
  });
  const write = await prepareSubscriptions(ctx, customer);
  await ctx.db.transaction(async (tx) => {
    const data = { stripeSubscriptionId: id, stripeItemId: items.data[0]?.id ?? id };
    await tx.prisma.subscription.updateMany({ where: { stripeSubscriptionId: seeded }, data });
    await write(tx);
  });
  return `${name} for ${ada.email}`;
}
