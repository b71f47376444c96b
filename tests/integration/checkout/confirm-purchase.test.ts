import { beforeEach, describe, expect, test } from "vitest";
import { confirmPurchase, fulfilCheckout, startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import type { CheckoutSession } from "@/lib/ports/payment-gateway";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop, type Shop } from "@/tests/setup/shop";

const shop = await openShop();
const pack = { lookupKey: "pack_500" };

beforeEach(async () => {
  await shop.stripe.heal();
  await shop.stripe.breakDeliveries({ drop: 1_000 });
});

type Buyer = Awaited<ReturnType<Shop["createBuyer"]>>;
const balanceOf = async ({ user }: Buyer) => (await getBalance(shop.ctx, user.id)).totalMilli;

async function openSession(buyer: Buyer): Promise<{ url: string; sessionId: string }> {
  const { url } = await startCheckout(buyer.as, pack);
  const checkout = await shop.db.prisma.checkout.findFirstOrThrow({
    where: { userId: buyer.user.id, status: "open" },
  });
  return { url, sessionId: checkout.stripeSessionId! };
}

async function paidSession(buyer: Buyer): Promise<string> {
  const { url, sessionId } = await openSession(buyer);
  await payOnHostedPage(url, cards.ok);
  return sessionId;
}

describe("the success page", () => {
  test("finds nothing for anybody but the buyer, and grants nobody anything", async () => {
    const [buyer, other] = [await shop.createBuyer(), await shop.createBuyer()];
    const sessionId = await paidSession(buyer);
    await expect(confirmPurchase(other.as, sessionId)).rejects.toMatchObject({ code: "checkout.not_found" });
    await expect(confirmPurchase(shop.ctx, sessionId)).rejects.toMatchObject({ kind: "unauthenticated" });
    expect([await balanceOf(buyer), await balanceOf(other)]).toEqual([0n, 0n]);
  });

  test.each([
    "",
    "cs_test_unknown",
    "cs_test_1' OR 1=1",
    "{CHECKOUT_SESSION_ID}",
    "pi_1",
    "cs_\u0000",
    "cs_" + "x".repeat(9_999),
  ])("finds nothing for the session id %j", async (sessionId) => {
    const { as } = await shop.createBuyer();
    await expect(confirmPurchase(as, sessionId)).rejects.toMatchObject({ code: "checkout.not_found" });
  });

  test("grants nothing for a session that is not paid", async () => {
    const buyer = await shop.createBuyer();
    const { url, sessionId } = await openSession(buyer);
    expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "open" });
    await payOnHostedPage(url, cards.declined);
    expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "open" });
    expect(await balanceOf(buyer)).toBe(0n);
  });

  test("says that a session expired", async () => {
    const buyer = await shop.createBuyer();
    const { sessionId } = await openSession(buyer);
    await shop.ctx.payments.expireCheckout(sessionId);
    expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "expired" });
  });

  test("shows the last known state while Stripe does not answer, and the credits once it does", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    await shop.stripe.breakApi({ kind: "500", count: 3 });
    expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "open" });
    expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "completed" });
    expect(await balanceOf(buyer)).toBe(500_000n);
  });
});

/** The real gateway, with one answer bent as a session made by other means, or a bug, would bend it. */
function bending(change: Partial<CheckoutSession>) {
  const { payments } = shop.ctx;
  const getCheckout = async (id: string) => ({ ...(await payments.getCheckout(id)), ...change });
  return { ...shop.ctx, payments: { ...payments, getCheckout } };
}

describe("money that does not match what was agreed, missing or malformed metadata included", () => {
  test.each([
    ["amount_differs", { amountTotalMinor: 100n }],
    ["currency_differs", { currency: "jpy" }],
    ["items_differ", { items: [{ stripePriceId: "price_other", quantity: 1 }] }],
    ["items_differ", { items: [] }],
    ["credits_differ", { creditsMilli: 900_000_000n }],
    ["credits_differ", { creditsMilli: null }],
  ] as const)("%s: it is kept for support and brings no credits", async (problem, change) => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    const bent = bending({
      ...change,
      ...("items" in change ? { items: [...change.items] } : {}),
    } as Partial<CheckoutSession>);
    expect(await fulfilCheckout(bent, sessionId)).toEqual({ outcome: "failed", problem });
    expect(await balanceOf(buyer)).toBe(0n);
    const payment = await shop.db.prisma.payment.findFirstOrThrow({ where: { userId: buyer.user.id } });
    expect(payment).toMatchObject({ status: "succeeded", problem, creditedAt: null });
    const actor = buyer.as.actor;
    expect(await confirmPurchase({ ...bent, actor }, sessionId)).toMatchObject({
      status: "failed",
      underReview: true,
    });
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", message: "paid, but not as agreed" }),
    );
  });

  test("two of a thing that was agreed once is not what was agreed", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    const { items } = await shop.ctx.payments.getCheckout(sessionId);
    const bent = bending({ items: items.map((item) => ({ ...item, quantity: 2 })) });
    expect(await fulfilCheckout(bent, sessionId)).toEqual({ outcome: "failed", problem: "items_differ" });
  });

  test("a paid session without its payment brings nothing", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    const bent = bending({ paymentIntentId: null, paymentStatus: "no_payment_required" });
    expect(await fulfilCheckout(bent, sessionId)).toEqual({ outcome: "failed", problem: "payment_missing" });
    expect(await balanceOf(buyer)).toBe(0n);
  });

  test("once the truth is read, the credits come after all, once", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    await fulfilCheckout(bending({ amountTotalMinor: 1n }), sessionId);
    expect(await fulfilCheckout(shop.ctx, sessionId)).toEqual({ outcome: "completed" });
    expect(await fulfilCheckout(bending({ amountTotalMinor: 1n }), sessionId)).toMatchObject({
      outcome: "failed",
    });
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("a session that is not ours is nobody's purchase", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    expect(await fulfilCheckout(bending({ checkoutId: null }), sessionId)).toEqual({ outcome: "foreign" });
    const stranger = bending({ checkoutId: "01890000-0000-7000-8000-000000000000" });
    expect(await fulfilCheckout(stranger, sessionId)).toEqual({ outcome: "foreign" });
    expect(await balanceOf(buyer)).toBe(0n);
  });
});

describe("payment methods that take days", () => {
  test("nothing is granted while the money is on its way, and nothing when it does not come", async () => {
    const buyer = await shop.createBuyer();
    const { sessionId, url } = await openSession(buyer);
    await payOnHostedPage(url, cards.declined);
    const session = await shop.ctx.payments.getCheckout(sessionId);
    const slow = bending({ status: "complete", paymentStatus: "unpaid", paymentIntentId: null });
    expect(await fulfilCheckout(slow, sessionId)).toEqual({ outcome: "processing" });
    const bounced = bending({
      status: "complete",
      paymentStatus: "unpaid",
      paymentIntentId: session.paymentIntentId,
    });
    expect(await fulfilCheckout(bounced, sessionId)).toEqual({ outcome: "failed", problem: null });
    expect(await confirmPurchase({ ...bounced, actor: buyer.as.actor }, sessionId)).toMatchObject({
      status: "failed",
      underReview: false,
    });
    expect(await balanceOf(buyer)).toBe(0n);
  });

  test("an old reading does not reopen what has moved on", async () => {
    const buyer = await shop.createBuyer();
    const sessionId = await paidSession(buyer);
    await fulfilCheckout(shop.ctx, sessionId);
    for (const status of ["open", "expired"] as const) {
      await fulfilCheckout(bending({ status, paymentStatus: "unpaid" }), sessionId);
      expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject({ status: "completed" });
    }
  });
});
