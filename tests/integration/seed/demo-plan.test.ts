import { expect, test } from "vitest";
import { startDemoPlan } from "@/dev/stack/start-demo-plan";
import { createStripeClient } from "@/lib/adapters/stripe/stripe-client";
import { getBalance } from "@/lib/credits";
import { listBillingRecords } from "@/lib/payments";
import { getPlan } from "@/lib/subscriptions";
import { billingInstants } from "@/prisma/seed/story-time";
import { createUser } from "@/tests/factories/user";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();
const stripe = createStripeClient({
  secretKey: "sk_test_shop",
  webhookSecrets: [webhookSecret],
  apiBase: shop.stripeUrl,
});

test("the demo's plan goes on from its story: nothing is paid or granted twice, and it renews", async () => {
  const { id: userId } = await createUser(shop.db, { email: "ada@quickscale.local" });
  const [, renewsAt] = billingInstants(new Date(), 1);
  expect(await startDemoPlan(shop.ctx, stripe)).toContain("Basic");
  await shop.settle();
  expect(await getPlan(shop.db, userId)).toMatchObject({
    planKey: "plan_basic",
    status: "active",
    periodEndsAt: renewsAt,
  });
  expect((await getBalance(shop.ctx, userId)).totalMilli).toBe(0n);
  expect((await listBillingRecords(shop.ctx, { userId })).records).toEqual([]);
  expect(await startDemoPlan(shop.ctx, stripe)).toBe("there already");

  await shop.advance(Math.ceil((renewsAt!.getTime() - Date.now()) / 1_000) + 2 * 3_600);
  await shop.settle();
  expect((await getBalance(shop.ctx, userId)).subscriptionMilli).toBe(1_000_000n);
  expect((await listBillingRecords(shop.ctx, { userId })).records).toMatchObject([
    { status: "paid", amountMinor: 5_000n },
  ]);
});
