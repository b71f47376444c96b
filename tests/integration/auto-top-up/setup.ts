import { randomUUID } from "node:crypto";
import { createStripeClient } from "@/lib/adapters/stripe/stripe-client";
import { saveAutoTopUp, topUpCredits } from "@/lib/auto-top-up";
import type { AppContext } from "@/lib/context";
import { getBalance, grantCredits, spendCredits } from "@/lib/credits";
import { ensureCustomer } from "@/lib/customers";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { toMilli } from "@/lib/shared/credits";
import { openShop } from "@/tests/setup/shop";

/** 100 credits for $10.00 when fewer than 50 are left, three times a month. */
export const wish = {
  ...{ thresholdMilli: 50_000n, lookupKey: "pack_100", shownMinor: 1_000n, capMinor: 3_000n },
  currency: "usd",
};

/** A shop whose members have saved cards, 100 credits and auto top-up. Call it once per file. */
export async function openTopUps() {
  const shop = await openShop();
  const stripe = createStripeClient({
    ...{ secretKey: "sk_test_shop", webhookSecrets: [], apiBase: shop.stripeUrl },
  });

  async function useCard(customer: string, name: string): Promise<string> {
    const { id } = await stripe.paymentMethods.attach(name, { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
    return id;
  }

  async function createMember(card = "pm_card_visa", values: Partial<typeof wish> = {}) {
    const { user, as } = await shop.createBuyer();
    const userId = user.id;
    const customer = await ensureCustomer(as, userId);
    const cardId = await useCard(customer, card);
    const grant = { userId, creditsMilli: 100_000n, kind: "promo" as const, key: "start" };
    await grantCredits(shop.ctx, grant);
    await saveAutoTopUp(as, { ...wish, ...values });
    const { prisma } = shop.db;
    return {
      ...{ userId, as, customer, cardId },
      spend: (credits: number) =>
        spendCredits(shop.ctx, { userId, creditsMilli: toMilli(credits), key: randomUUID() }),
      balance: async () => (await getBalance(shop.ctx, userId)).totalMilli / 1_000n,
      topUp: (ctx: AppContext = shop.ctx) => topUpCredits(ctx, { userId }),
      payments: async () => (await stripe.paymentIntents.list({ customer })).data,
      settings: () => prisma.autoTopUp.findUniqueOrThrow({ where: { userId } }),
      rows: () => prisma.topUp.findMany({ where: { userId }, orderBy: { createdAt: "asc" } }),
      mails: async () => {
        const mails = await prisma.outboxEmail.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
        return mails.map(({ template }) => template);
      },
    };
  }

  /** The shop's context where some calls of Stripe go another way. */
  const withPayments = (change: (real: PaymentGateway) => Partial<PaymentGateway>): AppContext => ({
    ...shop.ctx,
    payments: { ...shop.ctx.payments, ...change(shop.ctx.payments) },
  });

  return { shop, stripe, useCard, createMember, withPayments };
}

export type Member = Awaited<ReturnType<Awaited<ReturnType<typeof openTopUps>>["createMember"]>>;
