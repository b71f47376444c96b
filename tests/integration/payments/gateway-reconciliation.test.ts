import { describe, expect, test } from "vitest";
import { giveCard } from "@/tests/integration/stripe-local/support/start-billing";
import { allOf, startGateway } from "./gateway-setup";

const around = (seconds: number) => ({
  since: new Date((seconds - 10) * 1_000),
  until: new Date((seconds + 60) * 1_000),
});
const long = { since: new Date("2020-01-01T00:00:00Z"), until: new Date("2040-01-01T00:00:00Z") };

async function startWithPayments() {
  const started = await startGateway();
  const { stripe } = started;
  const { id: customer } = await stripe.customers.create({});
  const pay = async (card: string, params: { customer?: string } = {}) =>
    stripe.paymentIntents.create({
      ...{ amount: 1_000, currency: "usd", payment_method: card, confirm: true, ...params },
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
  return { ...started, customer, pay };
}

describe("what went back of one customer's money", () => {
  test("is found through their charges, within the time that was asked for", async () => {
    const { gateway, stripe, customer, pay } = await startWithPayments();
    const paid = await pay("pm_card_visa", { customer });
    await expect(pay("pm_card_chargeDeclined", { customer })).rejects.toThrow("declined");
    const stranger = await pay("pm_card_visa");
    const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 400 });
    const strange = await stripe.refunds.create({ payment_intent: stranger.id });
    const list = (range: typeof long, stripeCustomerId?: string) =>
      allOf(gateway.listRefunds({ ...range, stripeCustomerId }));

    expect(await list(around(refund.created), customer)).toMatchObject([
      { stripeRefundId: refund.id, amountMinor: 400n, stripeCustomerId: customer },
    ]);
    const before = { since: long.since, until: new Date(refund.created * 1_000) };
    expect(await list(before, customer)).toEqual([]);
    const after = { since: new Date((refund.created + 1) * 1_000), until: long.until };
    expect(await list(after, customer)).toEqual([]);
    const ids = (await list(long)).map(({ stripeRefundId }) => stripeRefundId);
    expect(ids.sort()).toEqual([refund.id, strange.id].sort());
    expect(await gateway.lookUpRefund(strange.id)).toMatchObject({ stripeCustomerId: null });
    expect(await gateway.lookUpPayment(paid.id)).toMatchObject({
      refundedMinor: 400n,
      refundIds: [refund.id],
    });
  });

  test("tells of disputes, too", async () => {
    const { gateway, stripe, control, customer, pay } = await startWithPayments();
    await pay("pm_card_visa", { customer });
    const disputed = await pay("pm_card_createDispute", { customer });
    const stranger = await pay("pm_card_createDispute");
    await control("POST", "flush");
    const disputes = (await stripe.disputes.list()).data;
    const of = (payment: string) => disputes.find(({ payment_intent }) => payment_intent === payment)!;
    const list = (range: typeof long) =>
      allOf(gateway.listDisputes({ ...range, stripeCustomerId: customer }));

    const { id, created } = of(disputed.id);
    expect(await list(around(created))).toMatchObject([{ stripeDisputeId: id, stripeCustomerId: customer }]);
    expect(await list({ since: long.since, until: new Date(created * 1_000) })).toEqual([]);
    expect(await gateway.lookUpDispute(of(stranger.id).id)).toMatchObject({ stripeCustomerId: null });
  });
});

test("a customer is looked up with whose it is; a deleted one is nobody's", async () => {
  const { gateway, stripe, customer } = await startWithPayments();
  expect(await gateway.lookUpCustomer(customer)).toEqual({ userId: null });
  const { id } = await stripe.customers.create({ metadata: { user_id: "u" } });
  expect(await gateway.lookUpCustomer(id)).toEqual({ userId: "u" });
  await stripe.customers.del(id);
  expect(await gateway.lookUpCustomer(id)).toBeNull();
  expect(await gateway.lookUpCustomer("cus_none")).toBeNull();
});

test("what Stripe does not know is nothing, and what it refuses is a failure", async () => {
  const { gateway, stripe, customer } = await startWithPayments();
  await giveCard(stripe, customer, "pm_card_visa");
  for (const missing of [
    gateway.lookUpPayment("pi_none"),
    gateway.lookUpPayment("ch_none"),
    gateway.lookUpInvoice("in_none"),
    gateway.lookUpRefund("re_none"),
    gateway.lookUpDispute("dp_none"),
    gateway.lookUpSubscription("sub_none"),
  ])
    expect(await missing).toBeNull();
});
