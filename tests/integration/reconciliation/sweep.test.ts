import { beforeEach, describe, expect, test } from "vitest";
import { startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import { sweepStripeEvents } from "@/lib/reconciliation";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();

beforeEach(async () => {
  await shop.stripe.heal();
  await shop.stripe.breakDeliveries({ drop: 1_000 });
});

async function buyUnnoticed(card: string = cards.ok) {
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, { lookupKey: "pack_500" });
  await payOnHostedPage(url, card);
  await shop.settle();
  return { buyer, balance: async () => (await getBalance(shop.ctx, buyer.user.id)).totalMilli };
}

const cursor = async () =>
  (await shop.db.prisma.syncCursor.findUnique({ where: { name: "stripe-events" } }))?.position;

describe("the sweep", () => {
  test("finds a purchase of which no webhook told, and grants it once", async () => {
    const { balance } = await buyUnnoticed();
    expect(await balance()).toBe(0n);
    const sweep = await sweepStripeEvents(shop.ctx);
    expect(sweep.found).toBeGreaterThanOrEqual(2);
    await shop.settle();
    expect(await balance()).toBe(500_000n);
    expect(await sweepStripeEvents(shop.ctx)).toMatchObject({ found: 0 });
    await shop.settle();
    expect(await balance()).toBe(500_000n);
    const events = await shop.db.prisma.stripeEvent.findMany({ where: { source: "sweep" } });
    expect(events.every(({ status }) => status === "processed")).toBe(true);
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({
        level: "warn",
        message: "the sweep found events that were not on their way",
      }),
    );
  });

  test("records a declined payment of which no webhook told", async () => {
    const { buyer } = await buyUnnoticed(cards.declined);
    await sweepStripeEvents(shop.ctx);
    await shop.settle();
    expect(await shop.db.prisma.payment.findFirstOrThrow({ where: { userId: buyer.user.id } })).toMatchObject(
      {
        status: "failed",
        declineCode: "generic_decline",
      },
    );
  });

  test("running beside webhooks and beside itself grants once", async () => {
    const { balance } = await buyUnnoticed();
    await Promise.all(Array.from({ length: 5 }, () => sweepStripeEvents(shop.ctx)));
    await Promise.all(Array.from({ length: 3 }, () => shop.drain()));
    expect(await balance()).toBe(500_000n);
  });

  test("lists page after page", async () => {
    for (let count = 0; count < 60; count += 1) {
      const response = await fetch(`${shop.stripeUrl}/v1/payment_intents`, {
        method: "POST",
        headers: { authorization: "Bearer sk_test_shop" },
        body: new URLSearchParams({
          amount: "500",
          currency: "usd",
          confirm: "true",
          payment_method: "pm_card_visa",
          return_url: "http://localhost",
        }),
      });
      expect(response.status).toBe(200);
    }
    for (let count = 0; count < 60; count += 1) {
      await fetch(`${shop.stripeUrl}/v1/payment_intents`, {
        method: "POST",
        headers: { authorization: "Bearer sk_test_shop" },
        body: new URLSearchParams({
          amount: "500",
          currency: "usd",
          confirm: "true",
          payment_method: "pm_card_visa_chargeDeclined",
          return_url: "http://localhost",
        }),
      });
    }
    const sweep = await sweepStripeEvents(shop.ctx);
    expect(sweep.found).toBe(120);
    await shop.drain();
    expect(
      await shop.db.prisma.stripeEvent.count({ where: { status: "ignored", note: "not our payment" } }),
    ).toBe(120);
  }, 120_000);
});

describe("the cursor", () => {
  test("stays where it is when a sweep fails", async () => {
    await sweepStripeEvents(shop.ctx);
    const before = await cursor();
    await shop.stripe.breakApi({ kind: "500", count: 3, route: "GET /v1/events" });
    const later = { ...shop.ctx, clock: fixedClock(new Date(Date.now() + 60_000)) };
    await expect(sweepStripeEvents(later)).rejects.toMatchObject({ code: "payments.unavailable" });
    expect(await cursor()).toEqual(before);
  });

  test("never goes back, and looks back an hour for what was listed late", async () => {
    const future = new Date(Date.now() + 50 * 60_000);
    await sweepStripeEvents({ ...shop.ctx, clock: fixedClock(future) });
    expect(await cursor()).toEqual(future);
    const { balance } = await buyUnnoticed();
    await sweepStripeEvents(shop.ctx);
    expect(await cursor()).toEqual(future);
    await shop.settle();
    expect(await balance()).toBe(500_000n);
  });
});
