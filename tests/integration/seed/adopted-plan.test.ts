import { expect, test } from "vitest";
import { startDemoPlan } from "@/dev/stack/start-demo-plan";
import { createStripeClient } from "@/lib/adapters/stripe/stripe-client";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();
const stripe = createStripeClient({
  secretKey: "sk_test_shop",
  webhookSecrets: [webhookSecret],
  apiBase: shop.stripeUrl,
});

test("the plan of the seeded year goes on at Stripe as the same plan: neither lost, nor new, nor a second one", async () => {
  await seedDatabase(shop.db);
  const ofAda = { customer: { user: { email: "ada@quickscale.local" } } };
  const before = await shop.db.prisma.subscription.findFirstOrThrow({
    where: ofAda,
    include: { changes: true, invoices: true },
  });
  expect(before.invoices).toHaveLength(11);
  expect(await startDemoPlan(shop.ctx, stripe)).toContain("Basic");
  await shop.settle();
  const [now, ...more] = await shop.db.prisma.subscription.findMany({
    where: ofAda,
    include: { changes: true, invoices: true },
  });
  expect(more).toEqual([]);
  const { id, status, amountMinor, periodEndsAt, changes } = before;
  expect(now).toMatchObject({ id, status, amountMinor, periodEndsAt, changes });
  expect(now?.invoices).toHaveLength(11);
  expect(now?.stripeSubscriptionId).not.toBe(before.stripeSubscriptionId);
  expect(await startDemoPlan(shop.ctx, stripe)).toBe("there already");
});
