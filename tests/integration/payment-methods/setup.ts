import { randomUUID } from "node:crypto";
import type { AppContext } from "@/lib/context";
import { createStripeClient } from "@/lib/adapters/stripe/stripe-client";
import { ensureCustomer } from "@/lib/customers";
import { openShop } from "@/tests/setup/shop";

/** A shop whose members have cards and plans without having bought anything. Call it once per file. */
export async function openWallets() {
  const shop = await openShop();
  const stripe = createStripeClient({
    secretKey: "sk_test_shop",
    webhookSecrets: [],
    apiBase: shop.stripeUrl,
  });

  /** A member who is known to Stripe. */
  async function createMember() {
    const { user, as } = await shop.createBuyer();
    return { user, as, customer: await ensureCustomer(as, user.id) };
  }

  /** Saves a test card, such as pm_card_visa. */
  async function addCard(customer: string, card: string): Promise<string> {
    return (await stripe.paymentMethods.attach(card, { customer })).id;
  }

  async function addCardThatExpires(customer: string, [month, year]: [number, number]): Promise<string> {
    const card = { number: "4242424242424242", exp_month: month, exp_year: year, cvc: "123" };
    const { id } = await stripe.paymentMethods.create({ type: "card", card });
    return addCard(customer, id);
  }

  /** A plan that lives, at Stripe and in our row, as their checkout leaves it: with a default card of its own. */
  async function startPlan(ctx: AppContext, customer: string, paymentMethodId: string) {
    const { data } = await stripe.prices.list({ lookup_keys: ["plan_basic_month"] });
    const price = data[0]!.id;
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price }],
      default_payment_method: paymentMethodId,
    });
    const { userId } = await ctx.db.prisma.billingCustomer.findFirstOrThrow({
      where: { stripeCustomerId: customer },
    });
    const now = new Date();
    return ctx.db.prisma.subscription.create({
      data: {
        userId,
        stripeSubscriptionId: subscription.id,
        stripeItemId: subscription.items.data[0]!.id,
        stripePriceId: price,
        planName: "Basic",
        creditsMilli: 1_000_000n,
        amountMinor: 5_000n,
        currency: "usd",
        status: "active",
        startedAt: now,
        periodStartsAt: now,
        periodEndsAt: now,
        syncSeq: 1n,
        updatedAt: now,
      },
    });
  }

  /** An invoice of the plan that waits for its money, at Stripe and in our row. */
  async function leaveInvoiceOpen(ctx: AppContext, plan: { id: string; userId: string }, customer: string) {
    await stripe.invoiceItems.create({ customer, amount: 5_000, currency: "usd" });
    const draft = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
    const { id, hosted_invoice_url: hostedUrl } = await stripe.invoices.finalizeInvoice(draft.id, {
      auto_advance: false,
    });
    const now = new Date();
    await ctx.db.prisma.invoice.create({
      data: {
        userId: plan.userId,
        subscriptionId: plan.id,
        stripeInvoiceId: id,
        status: "open",
        reason: "subscription_cycle",
        currency: "usd",
        totalMinor: 5_000n,
        paidMinor: 0n,
        dueMinor: 5_000n,
        lines: [],
        hostedUrl: hostedUrl ?? null,
        attemptCount: 1,
        issuedAt: now,
        syncSeq: 1n,
        updatedAt: now,
      },
    });
    return { id, hostedUrl };
  }

  const newAttempt = () => ({ attemptId: randomUUID() });

  return { shop, stripe, createMember, addCard, addCardThatExpires, startPlan, leaveInvoiceOpen, newAttempt };
}
