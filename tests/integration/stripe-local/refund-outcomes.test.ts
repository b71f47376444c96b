import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

async function charged(payment_method = "pm_card_visa"): Promise<Running & { charge: Stripe.Charge }> {
  const running = await startLocalStripe();
  const intent = await running.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    payment_method,
    return_url: "https://shop.test/back",
    expand: ["latest_charge"],
  });
  return { ...running, charge: intent.latest_charge as Stripe.Charge };
}

const typesOf = async (stripe: Stripe, types: string[]): Promise<string[]> =>
  (await stripe.events.list({ types, limit: 100 })).data.map(({ type }) => type).reverse();

const REFUND_EVENTS = [
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "charge.refund.updated",
  "refund.failed",
];

describe("refunds that take their time", () => {
  it("keeps a refund to 7726 pending, and lets it succeed later (https://docs.stripe.com/testing#refunds)", async () => {
    const { stripe, control, charge } = await charged("pm_card_pendingRefund");
    const refund = await stripe.refunds.create({ charge: charge.id });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "processing", amount: 2000 });
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ refunded: true, amount_refunded: 2000 });
    await control("POST", "advance?seconds=60");
    const settled = await stripe.refunds.retrieve(refund.id);
    expect(settled).toMatchObject({ status: "succeeded", balance_transaction: refund.balance_transaction });
    expect(settled).not.toHaveProperty("pending_reason");
    expect(await typesOf(stripe, REFUND_EVENTS)).toEqual([
      "charge.refunded",
      "refund.created",
      "refund.updated",
      "charge.refund.updated",
    ]);
  });

  it("lets a refund to 5126 succeed, and fail later with the money back on the balance (https://docs.stripe.com/refunds#failed-refunds)", async () => {
    const { stripe, control, charge } = await charged("pm_card_refundFail");
    const refund = await stripe.refunds.create({ charge: charge.id, amount: 1500 });
    expect(refund.status).toBe("succeeded");
    await control("POST", "advance?seconds=60");
    const failed = await stripe.refunds.retrieve(refund.id, { expand: ["failure_balance_transaction"] });
    expect(failed).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
      failure_balance_transaction: { amount: 1500, net: 1500, type: "refund_failure", source: refund.id },
    });
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ refunded: false, amount_refunded: 0 });
    expect((await typesOf(stripe, REFUND_EVENTS)).slice(2)).toEqual([
      "refund.updated",
      "charge.refund.updated",
      "refund.failed",
    ]);
    const { data } = await stripe.events.list({ type: "charge.updated", limit: 1 });
    expect(data).toMatchObject([
      {
        data: {
          object: { id: charge.id, amount_refunded: 0 },
          previous_attributes: { amount_refunded: 1500 },
        },
      },
    ]);
  });

  it("lets what failed be refunded again, and no more than that (https://docs.stripe.com/refunds#failed-refunds)", async () => {
    const { stripe, control, charge } = await charged("pm_card_refundFail");
    await stripe.refunds.create({ charge: charge.id, amount: 1500 });
    await stripe.refunds.create({ charge: charge.id, amount: 500 });
    await control("POST", "advance?seconds=60");
    expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(0);
    expect((await stripe.refunds.create({ charge: charge.id })).amount).toBe(2000);
  });

  it("goes by the test clock of the customer (https://docs.stripe.com/billing/testing/test-clocks)", async () => {
    const { stripe } = await startLocalStripe();
    const start = Date.UTC(2031, 0, 1) / 1000;
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
    const customer = await stripe.customers.create({ test_clock: clock.id });
    const intent = await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      confirm: true,
      customer: customer.id,
      payment_method: "pm_card_pendingRefund",
      return_url: "https://shop.test/back",
    });
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    expect(refund).toMatchObject({ created: start, status: "pending" });
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 59 });
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("pending");
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 60 });
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  });
});

describe("changing refunds", () => {
  it("changes metadata alone, and tells of it under both names (https://docs.stripe.com/api/refunds/update)", async () => {
    const { stripe, charge } = await charged();
    const refund = await stripe.refunds.create({ charge: charge.id, metadata: { a: "1" } });
    expect((await stripe.refunds.update(refund.id, { metadata: { b: "2" } })).metadata).toEqual({
      a: "1",
      b: "2",
    });
    expect((await typesOf(stripe, REFUND_EVENTS)).slice(2)).toEqual([
      "refund.updated",
      "charge.refund.updated",
    ]);
  });

  it("cancels no refund but one that waits for the customer (https://docs.stripe.com/api/refunds/cancel)", async () => {
    const { stripe, charge } = await charged("pm_card_pendingRefund");
    const refund = await stripe.refunds.create({ charge: charge.id });
    const error = await refusal(stripe.refunds.cancel(refund.id));
    expect(error).toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError" });
    expect(error.message).toContain("requires_action");
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("pending");
  });

  it("lists those of a charge or of its payment (https://docs.stripe.com/api/refunds/list)", async () => {
    const { stripe, charge } = await charged();
    const first = await stripe.refunds.create({ charge: charge.id, amount: 300 });
    const second = await stripe.refunds.create({ charge: charge.id, amount: 400 });
    const ids = [second.id, first.id];
    expect((await stripe.refunds.list({ charge: charge.id })).data.map(({ id }) => id)).toEqual(ids);
    const payment_intent = charge.payment_intent as string;
    expect((await stripe.refunds.list({ payment_intent })).data.map(({ id }) => id)).toEqual(ids);
  });
});

describe("refunds that are refused", () => {
  it("refuses more than is left, and leaves the charge as it was (https://docs.stripe.com/refunds)", async () => {
    const { stripe, charge } = await charged();
    await stripe.refunds.create({ charge: charge.id, amount: 1200 });
    const error = await refusal(stripe.refunds.create({ charge: charge.id, amount: 801 }));
    expect(error).toMatchObject({ statusCode: 400, param: "amount" });
    expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(1200);
    await stripe.refunds.create({ charge: charge.id });
    const again = await refusal(stripe.refunds.create({ charge: charge.id }));
    expect(again.code).toBe("charge_already_refunded");
  });

  it("refuses an intent that was not paid, and a charge that failed [from knowledge]", async () => {
    const { stripe } = await startLocalStripe();
    const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
    expect((await refusal(stripe.refunds.create({ payment_intent: intent.id }))).message).toContain(
      "does not have a successful charge to refund",
    );
    const payment_method = "pm_card_visa_chargeDeclined";
    const declined = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method }));
    expect(await refusal(stripe.refunds.create({ charge: declined.charge! }))).toMatchObject({
      statusCode: 400,
      param: "charge",
    });
    expect((await stripe.refunds.list()).data).toEqual([]);
  });
});
