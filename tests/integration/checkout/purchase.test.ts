import { beforeEach, expect, test } from "vitest";
import { confirmPurchase, fulfilCheckout, startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import { stripeOf } from "@/tests/integration/subscriptions/subscribe";
import { authenticate, cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop, type Shop } from "@/tests/setup/shop";

const shop = await openShop();
const pack = { lookupKey: "pack_500" };

beforeEach(() => shop.stripe.heal());

type Buyer = Awaited<ReturnType<Shop["createBuyer"]>>;

const balanceOf = async ({ user }: Buyer) => (await getBalance(shop.ctx, user.id)).totalMilli;

const mailsTo = ({ user }: Buyer) => shop.mailer.handedOver.filter(({ to }) => to === user.email);

const grantsOf = ({ user }: Buyer) =>
  shop.db.sql<{ count: bigint }>({
    name: "count-grants",
    text: "SELECT count(*) AS count FROM credit_entries WHERE user_id = $1::uuid AND reason = 'grant'",
    values: [user.id],
  });

async function expectOneGrant(buyer: Buyer, creditsMilli = 500_000n): Promise<void> {
  expect(await balanceOf(buyer)).toBe(creditsMilli);
  expect(await grantsOf(buyer)).toEqual([{ count: 1n }]);
  const payments = await shop.db.prisma.payment.findMany({ where: { userId: buyer.user.id } });
  expect(payments).toMatchObject([
    { status: "succeeded", problem: null, cardBrand: "visa", cardLast4: "4242" },
  ]);
  expect(payments[0]?.creditedAt).not.toBeNull();
}

async function pay(buyer: Buyer, card: string = cards.ok): Promise<string> {
  const { url } = await startCheckout(buyer.as, pack);
  const { location } = await payOnHostedPage(url, card);
  return new URL(location!).searchParams.get("session_id")!;
}

test("the webhook alone grants the pack, records the payment and mails one receipt", async () => {
  const buyer = await shop.createBuyer();
  await pay(buyer);
  await shop.settle();
  await expectOneGrant(buyer);
  expect(mailsTo(buyer)).toMatchObject([
    {
      to: buyer.user.email,
      message: {
        template: "purchase-receipt",
        props: {
          packName: "500 credits",
          credits: "500",
          amount: "$45.00",
          card: "Visa •••• 4242",
          balance: "500",
          number: expect.stringMatching(/^R-\d{4}-\d{6}$/) as string,
        },
      },
      attachments: [{ name: expect.stringMatching(/^R-\d{4}-\d{6}\.pdf$/) as string }],
    },
  ]);
});

test("success page refreshed: it alone grants at once, and seen again it changes nothing", async () => {
  const buyer = await shop.createBuyer();
  await shop.stripe.breakDeliveries({ drop: 100 });
  const sessionId = await pay(buyer);
  const purchase = { status: "completed", underReview: false, creditsMilli: 500_000n, paidMinor: 4_500n };
  expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject(purchase);
  expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject(purchase);
  await expectOneGrant(buyer);
});

test("webhook and page both: sent twice and opened twice they are one grant and one receipt", async () => {
  const buyer = await shop.createBuyer();
  await shop.stripe.breakDeliveries({ duplicate: 100 });
  const sessionId = await pay(buyer);
  await confirmPurchase(buyer.as, sessionId);
  await shop.settle();
  await confirmPurchase(buyer.as, sessionId);
  await shop.settle();
  await expectOneGrant(buyer);
  expect(mailsTo(buyer)).toHaveLength(1);
});

test("webhooks that come late and in the wrong order change nothing that was granted", async () => {
  const buyer = await shop.createBuyer();
  await shop.stripe.breakDeliveries({ reorder: 20, delay: 400 });
  const sessionId = await pay(buyer);
  await confirmPurchase(buyer.as, sessionId);
  await shop.settle();
  await expectOneGrant(buyer);
});

test("webhook, page and repetition at the same instant are one grant", async () => {
  const buyer = await shop.createBuyer();
  const sessionId = await pay(buyer);
  await shop.stripe.flush();
  await Promise.all([
    ...Array.from({ length: 3 }, () => shop.drain()),
    ...Array.from({ length: 4 }, () => confirmPurchase(buyer.as, sessionId)),
    ...Array.from({ length: 4 }, () => fulfilCheckout(shop.ctx, sessionId)),
  ]);
  await shop.settle();
  await expectOneGrant(buyer);
  expect(mailsTo(buyer)).toHaveLength(1);
});

test("amounts of 0: a pack that a promotion code makes free brings its credits once, without a payment", async () => {
  const stripe = stripeOf(shop);
  const { id: coupon } = await stripe.coupons.create({ percent_off: 100, duration: "once" });
  await stripe.promotionCodes.create({ code: "FREE", promotion: { type: "coupon", coupon } });
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, pack);
  const body = new URLSearchParams({ promotion_code: "FREE" });
  await fetch(`${url}/promotion`, { method: "POST", body, redirect: "manual" });
  const { location } = await payOnHostedPage(url, cards.ok);
  const sessionId = new URL(location!).searchParams.get("session_id")!;
  const free = { status: "completed", amountMinor: 4_500n, paidMinor: 0n };
  expect(await confirmPurchase(buyer.as, sessionId)).toMatchObject(free);
  await shop.settle();
  await fulfilCheckout(shop.ctx, sessionId);
  expect(await balanceOf(buyer)).toBe(500_000n);
  expect(await grantsOf(buyer)).toEqual([{ count: 1n }]);
  expect(await shop.db.prisma.payment.count({ where: { userId: buyer.user.id } })).toBe(0);
});

test("a declined card and the one that pays after it are both recorded, the credits come once", async () => {
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, pack);
  expect((await payOnHostedPage(url, cards.insufficientFunds)).location).toBeNull();
  await shop.settle();
  const declined = await shop.db.prisma.payment.findFirstOrThrow({ where: { userId: buyer.user.id } });
  expect(declined).toMatchObject({
    status: "failed",
    failureCode: "card_declined",
    declineCode: "insufficient_funds",
    paidAt: null,
    cardLast4: "9995",
  });
  expect(declined.failureMessage).toMatch(/insufficient funds/i);
  expect(await balanceOf(buyer)).toBe(0n);

  await payOnHostedPage(url, cards.ok);
  await shop.settle();
  await expectOneGrant(buyer);
  const attempts = await shop.db.prisma.paymentAttempt.findMany({
    where: { paymentId: declined.id },
    orderBy: { attemptedAt: "asc" },
  });
  expect(
    attempts.map(({ status, declineCode, cardLast4 }) => [status, declineCode, cardLast4]).sort(),
  ).toEqual([
    ["failed", "insufficient_funds", "9995"],
    ["succeeded", null, "4242"],
  ]);
});

test("a decline whose webhook was lost is recorded with the payment that followed", async () => {
  const buyer = await shop.createBuyer();
  await shop.stripe.breakDeliveries({ drop: 100, types: ["payment_intent.payment_failed"] });
  const { url } = await startCheckout(buyer.as, pack);
  await payOnHostedPage(url, cards.declined);
  await payOnHostedPage(url, cards.ok);
  await shop.settle();
  await expectOneGrant(buyer);
  expect(await shop.db.prisma.paymentAttempt.count({ where: { payment: { userId: buyer.user.id } } })).toBe(
    2,
  );
});

test("a refused authentication is recorded though no charge came of it", async () => {
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, pack);
  const bank = await payOnHostedPage(url, cards.authenticate);
  await authenticate(bank.location!, "fail");
  await shop.settle();
  const failed = await shop.db.prisma.payment.findFirstOrThrow({
    where: { userId: buyer.user.id },
    include: { attempts: true },
  });
  expect(failed).toMatchObject({ status: "failed", failureCode: "payment_intent_authentication_failure" });
  expect(failed.attempts).toMatchObject([{ status: "failed", stripeChargeId: null, cardLast4: "3220" }]);

  const again = await payOnHostedPage(url, cards.authenticate);
  await authenticate(again.location!, "complete");
  await shop.settle();
  expect(await balanceOf(buyer)).toBe(500_000n);
});

test("two purchases by one buyer are two grants", async () => {
  const buyer = await shop.createBuyer();
  await pay(buyer);
  await shop.settle();
  await pay(buyer);
  await shop.settle();
  expect(await balanceOf(buyer)).toBe(1_000_000n);
  expect(mailsTo(buyer).map(({ message }) => message.props)).toMatchObject([
    { balance: "500" },
    { balance: "1,000" },
  ]);
});

test("a repetition after the note that credits were granted was lost still grants nothing twice", async () => {
  const buyer = await shop.createBuyer();
  const sessionId = await pay(buyer);
  await shop.settle();
  await shop.db.prisma.payment.updateMany({ where: { userId: buyer.user.id }, data: { creditedAt: null } });
  expect(await fulfilCheckout(shop.ctx, sessionId)).toEqual({ outcome: "completed" });
  await expectOneGrant(buyer);
});
