import { beforeEach, describe, expect, test } from "vitest";
import { savePaymentLots } from "@/lib/payments";
import { describeRepair, reconcile } from "@/lib/reconciliation";
import { endSurplusSubscription } from "@/lib/subscriptions";
import { cards } from "@/tests/setup/local-stripe-controls";
import { openShop } from "@/tests/setup/shop";
import { openBooks, type Member } from "./books";

const shop = await openShop();
const books = openBooks(shop);
const { stripe, sql } = books;

beforeEach(() => shop.stripe.heal());

/** A member with a pack, everything settled. */
async function buyer(): Promise<Member> {
  const member = await shop.createBuyer();
  await books.buyPack(member);
  return member;
}

/** A member with a plan, everything settled. */
async function subscriber(): Promise<Member> {
  const member = await shop.createBuyer();
  await books.subscribe(member);
  return member;
}

async function openDispute(member: Member, body: Record<string, unknown> = {}): Promise<string> {
  const { stripeChargeId: charge } = await books.paymentOf(member);
  const response = await fetch(`${shop.stripeUrl}/_emulator/disputes`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ charge, reason: "fraudulent", ...body }),
  });
  return ((await response.json()) as { id: string }).id;
}

describe("what Stripe has and we lack", () => {
  test("a paid pack of which no webhook told: its credits are granted", async () => {
    await books.loseWebhooks();
    const member = await buyer();
    expect(await books.balance(member)).toBe(0);
    expect(await books.summary(member)).toEqual(["payment missing_here no_row"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.balance(member)).toBe(500);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a declined card: the failed payment is recorded", async () => {
    await books.loseWebhooks();
    const member = await shop.createBuyer();
    await books.buyPack(member, cards.declined);
    expect(await books.summary(member)).toEqual(["payment missing_here no_row"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.paymentOf(member)).toMatchObject({ status: "failed", declineCode: "generic_decline" });
    expect(await books.summary(member)).toEqual([]);
  });

  test("a plan with its first invoice", async () => {
    await books.loseWebhooks();
    const member = await subscriber();
    expect(await books.summary(member)).toEqual([
      "subscription missing_here no_row",
      "invoice missing_here no_row",
      "payment missing_here no_row",
    ]);
    expect(await books.repairAll(member)).toEqual(["repaired", "repaired", "nothing_to_do"]);
    expect(await books.balance(member)).toBe(1_000);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a refund made in Stripe's dashboard: its credits are taken", async () => {
    const member = await buyer();
    const { stripePaymentIntentId } = await books.paymentOf(member);
    await books.loseWebhooks();
    await stripe.refunds.create({ payment_intent: stripePaymentIntentId, amount: 900 });
    await shop.settle();
    expect(await books.summary(member)).toEqual([
      "payment amount_differs refunded_sum",
      "refund missing_here no_row",
    ]);
    expect(await books.repairAll(member)).toEqual(["repaired", "nothing_to_do"]);
    expect(await books.paymentOf(member)).toMatchObject({ refundedMinor: 900n });
    expect(await books.balance(member)).toBeLessThan(500);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a dispute: its credits are frozen", async () => {
    const member = await buyer();
    await books.loseWebhooks();
    await openDispute(member);
    await shop.settle();
    expect(await books.summary(member)).toEqual(["dispute missing_here no_row"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.balance(member)).toBe(0);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a second subscription: found, then ended and paid back", async () => {
    const member = await subscriber();
    const customer = await books.customerOf(member);
    const [first] = (await stripe.subscriptions.list({ customer })).data;
    await books.loseWebhooks();
    const price = first?.items.data[0]?.price.id ?? "";
    const default_payment_method = first?.default_payment_method as string;
    const second = await stripe.subscriptions.create({
      customer,
      default_payment_method,
      items: [{ price }],
    });
    expect(await books.summary(member)).toContain("subscription missing_here no_row");
    for (const { key } of await books.differences(member)) await books.repair(key);
    expect(await books.summary(member)).toEqual(["subscription surplus_alive surplus"]);
    const [surplus] = await books.differences(member);
    const dry = await books.repair(surplus?.key ?? "", true);
    expect(dry).toMatchObject({
      outcome: "would_be_repaired",
      changes: [{ table: "Stripe's subscriptions" }],
    });
    expect((await stripe.subscriptions.retrieve(second.id)).status).toBe("active");
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect((await stripe.subscriptions.retrieve(second.id)).status).toBe("canceled");
    await shop.drain();
    await expect(
      endSurplusSubscription(shop.ctx, { stripeSubscriptionId: second.id }),
    ).resolves.toBeUndefined();
    for (const { key } of await books.differences(member)) await books.repair(key);
    expect(await books.summary(member)).toEqual([]);
    expect(await books.balance(member)).toBe(1_000);
  });
});

describe("what both have and do not agree on", () => {
  test("a card that was declined and another that paid, of which only the first was told", async () => {
    const member = await shop.createBuyer();
    await books.buyPack(member, cards.declined);
    await books.loseWebhooks();
    await books.buyPack(member);
    expect(await books.summary(member)).toEqual([
      "payment status_differs status",
      "payment missing_here no_attempt",
      "payment credits_not_granted not_credited",
    ]);
    expect(await books.repairAll(member)).toEqual(["repaired", "nothing_to_do", "nothing_to_do"]);
    expect(await books.balance(member)).toBe(500);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a plan that was cancelled at Stripe's own page", async () => {
    const member = await subscriber();
    await books.loseWebhooks();
    const [plan] = (await stripe.subscriptions.list({ customer: await books.customerOf(member) })).data;
    await stripe.subscriptions.update(plan?.id ?? "", { cancel_at_period_end: true });
    expect(await books.summary(member)).toEqual(["subscription status_differs terms"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    await stripe.subscriptions.cancel(plan?.id ?? "");
    expect(await books.summary(member)).toEqual(["subscription status_differs status"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.summary(member)).toEqual([]);
  });

  test("a dispute that is older than what is compared, and was lost", async () => {
    const member = await buyer();
    const dispute = await openDispute(member);
    await shop.settle();
    await books.loseWebhooks();
    await fetch(`${shop.stripeUrl}/_emulator/disputes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ dispute, status: "lost" }),
    });
    const soon = new Date(Date.now() + 120_000);
    const { differences } = await reconcile(books.ctx, {
      since: soon,
      until: new Date(soon.getTime() + 60_000),
    });
    expect(differences.filter(({ userId }) => userId === member.user.id).map(({ key }) => key)).toEqual([
      `dispute:${dispute}:credits_differ:dispute_took_nothing`,
      `dispute:${dispute}:status_differs:status`,
    ]);
    expect(await books.repairAll(member)).toEqual(["repaired", "nothing_to_do"]);
    expect(await books.summary(member)).toEqual([]);
  });

  test.each([
    ["payments SET amount_minor = amount_minor + 1", "payment amount_differs amount"],
    ["payments SET refunded_minor = 1", "payment amount_differs refunded_sum"],
    ["payments SET credited_at = NULL", "payment credits_not_granted not_credited"],
  ])("amounts and marks that somebody changed in our database: UPDATE %s", async (change, summary) => {
    const member = await buyer();
    await sql(`UPDATE ${change} WHERE user_id = '${member.user.id}'`);
    expect(await books.summary(member)).toEqual([summary]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.balance(member)).toBe(500);
    expect(await books.summary(member)).toEqual([]);
  });

  test.each([
    ["UPDATE invoices SET total_minor = 1", "invoice amount_differs amount"],
    [
      "UPDATE invoices SET credited_at = NULL, status = 'open'",
      "invoice status_differs status,invoice credits_not_granted not_credited",
    ],
    ["UPDATE invoices SET credits_milli = 1", "invoice credits_differ lots,payment credits_differ lots"],
    ["UPDATE subscriptions SET amount_minor = 1, paused = true", "subscription status_differs terms"],
  ])("an invoice or plan that somebody changed in our database: %s", async (change, summary) => {
    const member = await subscriber();
    await sql(`${change} WHERE user_id = '${member.user.id}'`);
    expect((await books.summary(member)).join()).toEqual(summary);
    expect((await books.repairAll(member))[0]).toBe("repaired");
    expect(await books.balance(member)).toBe(1_000);
    expect(await books.summary(member)).toEqual([]);
  });

  test("our note of what a payment bought was lost, and a refund took nothing for it", async () => {
    const member = await buyer();
    const payment = await books.paymentOf(member);
    const [lot] = await shop.db.prisma.paymentLot.findMany({ where: { paymentId: payment.id } });
    await shop.db.prisma.paymentLot.deleteMany({ where: { paymentId: payment.id } });
    expect(await books.summary(member)).toEqual(["payment credits_differ lots"]);
    await stripe.refunds.create({ payment_intent: payment.stripePaymentIntentId, amount: 500 });
    await shop.settle();
    expect(await books.balance(member)).toBe(500);
    await savePaymentLots(shop.db, payment.id, [lot!]);
    expect(await books.summary(member)).toEqual(["refund credits_differ refund_took_nothing"]);
    expect(await books.repairAll(member)).toEqual(["repaired"]);
    expect(await books.balance(member)).toBeLessThan(500);
    await shop.db.prisma.paymentLot.deleteMany({ where: { paymentId: payment.id } });
    expect((await books.summary(member))[0]).toBe("payment credits_differ lots");
    expect((await books.repairAll(member))[0]).toBe("repaired");
    expect(await books.summary(member)).toEqual([]);
  });

  test("money that was not as agreed stays a difference until a person decides", async () => {
    await books.loseWebhooks();
    const member = await buyer();
    await sql(`UPDATE checkouts SET amount_minor = 1 WHERE user_id = '${member.user.id}'`);
    const [missing] = await books.differences(member);
    expect((await books.repair(missing?.key ?? "")).outcome).toBe("remains");
    const [problem] = await books.differences(member);
    expect(problem).toMatchObject({ kind: "credits_not_granted", reason: "problem", here: "amount_differs" });
    expect(describeRepair(problem!)).toContain("refund it, or grant credits by hand");
    expect(await books.repairAll(member)).toEqual(["remains"]);
    expect(await books.balance(member)).toBe(0);
  });
});
