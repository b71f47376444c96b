import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { startBilling } from "./support/start-billing";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

const DAY = 24 * 60 * 60;

async function pay(
  stripe: Stripe,
  payment_method: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<string> {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    payment_method,
    return_url: "https://shop.test/back",
    ...more,
  });
  return intent.latest_charge as string;
}

async function disputed(
  payment_method = "pm_card_createDispute",
): Promise<Running & { charge: string; dispute: Stripe.Dispute }> {
  const running = await startLocalStripe();
  const charge = await pay(running.stripe, payment_method);
  const [dispute] = (await running.stripe.disputes.list({ charge })).data;
  if (!dispute) throw new Error("no dispute was opened");
  return { ...running, charge, dispute };
}

const typesOf = async (stripe: Stripe, type: string): Promise<string[]> =>
  (await stripe.events.list({ type, limit: 100 })).data.map(({ type: name }) => name).reverse();

describe("cards that dispute (https://docs.stripe.com/testing#disputes)", () => {
  it.each([
    ["pm_card_createDispute", "fraudulent", "10.4"],
    ["pm_card_createDisputeProductNotReceived", "product_not_received", "13.1"],
  ])("%s is disputed as %s, and the money is gone", async (card, reason, network_reason_code) => {
    const { stripe, charge, dispute } = await disputed(card);
    expect(dispute).toMatchObject({
      amount: 2000,
      reason,
      status: "needs_response",
      is_charge_refundable: false,
      payment_method_details: { card: { brand: "visa", case_type: "chargeback", network_reason_code } },
      evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
      balance_transactions: [{ amount: -2000, fee: 1500, net: -3500, type: "adjustment" }],
    });
    expect(dispute.evidence_details.due_by).toBeGreaterThan(dispute.created + 7 * DAY);
    expect((await stripe.charges.retrieve(charge)).disputed).toBe(true);
    expect(await typesOf(stripe, "charge.dispute.*")).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
    ]);
    const booked = await stripe.balanceTransactions.list({ source: dispute.id });
    expect(booked.data).toMatchObject([{ amount: -2000, reporting_category: "dispute" }]);
  });

  it("1976 is an inquiry, which takes no money and leaves the charge refundable", async () => {
    const { stripe, charge, dispute } = await disputed("pm_card_createDisputeInquiry");
    expect(dispute).toMatchObject({
      status: "warning_needs_response",
      is_charge_refundable: true,
      balance_transactions: [],
      payment_method_details: { card: { case_type: "inquiry" } },
    });
    expect(await typesOf(stripe, "charge.dispute.*")).toEqual(["charge.dispute.created"]);
    expect((await stripe.refunds.create({ charge })).status).toBe("succeeded");
  });

  it("0000404000079 is disputed more than once", async () => {
    const { stripe, charge } = await disputed("pm_card_createMultipleDisputes");
    const { data } = await stripe.disputes.list({ charge });
    expect(data.map(({ amount }) => amount)).toEqual([1000, 1000]);
  });

  it("opens it after the payment was told, also where a test clock stands still", async () => {
    const { stripe } = await startLocalStripe();
    const frozen_time = Date.UTC(2031, 0, 1) / 1000;
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time });
    const customer = await stripe.customers.create({ test_clock: clock.id });
    const charge = await pay(stripe, "pm_card_createDispute", { customer: customer.id });
    const [dispute] = (await stripe.disputes.list({ charge })).data;
    expect(dispute).toMatchObject({ created: frozen_time });
    const types = await typesOf(stripe, "*");
    expect(types.indexOf("charge.dispute.created")).toBeGreaterThan(
      types.indexOf("payment_intent.succeeded"),
    );
  });

  it("refuses to refund what was charged back (https://docs.stripe.com/error-codes#charge-disputed)", async () => {
    const { stripe, charge } = await disputed();
    expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({
      statusCode: 400,
      code: "charge_disputed",
    });
    expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
  });
});

describe("answering (https://docs.stripe.com/testing#evidence)", () => {
  it("wins with winning_evidence, and has the amount and the fee back", async () => {
    const { stripe, dispute } = await disputed();
    const sent = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "winning_evidence", customer_name: "Mia Wong" },
    });
    expect(sent).toMatchObject({
      status: "under_review",
      evidence: { customer_name: "Mia Wong" },
      evidence_details: { has_evidence: true, submission_count: 1, submission_method: "manual" },
    });
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won).toMatchObject({ status: "won" });
    expect(won.balance_transactions).toMatchObject([
      { net: -3500 },
      { amount: 2000, fee: -1500, net: 3500, reporting_category: "dispute_reversal" },
    ]);
    expect((await typesOf(stripe, "charge.dispute.*")).slice(2)).toEqual([
      "charge.dispute.updated",
      "charge.dispute.closed",
      "charge.dispute.funds_reinstated",
    ]);
  });

  it("loses with losing_evidence, and the money stays gone", async () => {
    const { stripe, dispute } = await disputed();
    await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "losing_evidence" } });
    const lost = await stripe.disputes.retrieve(dispute.id);
    expect(lost.status).toBe("lost");
    expect(lost.balance_transactions).toHaveLength(1);
    expect((await typesOf(stripe, "charge.dispute.*")).slice(2)).toEqual([
      "charge.dispute.updated",
      "charge.dispute.closed",
    ]);
  });

  it("makes a chargeback of an inquiry with escalate_inquiry_evidence", async () => {
    const { stripe, dispute } = await disputed("pm_card_createDisputeInquiry");
    await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "escalate_inquiry_evidence" },
    });
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: "needs_response",
      is_charge_refundable: false,
      balance_transactions: [{ amount: -2000 }],
      payment_method_details: { card: { case_type: "chargeback" } },
    });
  });

  it("stages evidence without sending it, and sends it once (https://docs.stripe.com/api/disputes/update)", async () => {
    const { stripe, dispute } = await disputed();
    const staged = await stripe.disputes.update(dispute.id, {
      evidence: { product_description: "500 credits" },
      submit: false,
    });
    expect(staged).toMatchObject({
      status: "needs_response",
      evidence_details: { has_evidence: true, submission_count: 0 },
    });
    const sent = await stripe.disputes.update(dispute.id, { submit: true });
    expect(sent).toMatchObject({
      status: "under_review",
      evidence: { product_description: "500 credits" },
      evidence_details: { submission_count: 1 },
    });
    const again = stripe.disputes.update(dispute.id, { evidence: { product_description: "more" } });
    expect(await refusal(again)).toMatchObject({ statusCode: 400, param: "evidence" });
    expect((await stripe.disputes.update(dispute.id, { metadata: { a: "1" } })).metadata).toEqual({ a: "1" });
  });

  it("gives in, once (https://docs.stripe.com/api/disputes/close)", async () => {
    const { stripe, dispute } = await disputed();
    expect((await stripe.disputes.close(dispute.id)).status).toBe("lost");
    expect(await refusal(stripe.disputes.close(dispute.id))).toMatchObject({ statusCode: 400 });
    const late = stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "winning_evidence" } });
    expect(await refusal(late)).toMatchObject({ message: "This dispute is already closed." });
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("lost");
  });

  it("limits evidence to 150,000 characters (https://docs.stripe.com/api/disputes/update)", async () => {
    const { stripe, dispute } = await disputed();
    const evidence = { uncategorized_text: "x".repeat(150_001) };
    expect(await refusal(stripe.disputes.update(dispute.id, { evidence }))).toMatchObject({
      param: "evidence",
    });
    expect((await stripe.disputes.retrieve(dispute.id)).evidence.uncategorized_text).toBeNull();
  });
});

describe("disputes and time (https://docs.stripe.com/disputes/how-disputes-work)", () => {
  it("loses a dispute that nobody answered in time, and not a second before", async () => {
    const { stripe, control, dispute } = await disputed();
    const left = dispute.evidence_details.due_by! - Math.floor(Date.now() / 1000);
    await control("POST", `advance?seconds=${left - 10}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("needs_response");
    await control("POST", "advance?seconds=20");
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("lost");
  });

  it("leaves a dispute that was answered to the bank", async () => {
    const { stripe, control, dispute } = await disputed();
    await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "see our logs" } });
    await control("POST", `advance?seconds=${60 * DAY}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("under_review");
    await control("POST", "disputes", { dispute: dispute.id, status: "won" });
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("won");
  });

  it("closes an inquiry that did not become a chargeback within 120 days", async () => {
    const { stripe, control, dispute } = await disputed("pm_card_createDisputeInquiry");
    await control("POST", `advance?seconds=${119 * DAY}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_needs_response");
    await control("POST", `advance?seconds=${DAY}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
  });
});

describe("inquiries that become chargebacks (https://docs.stripe.com/disputes/how-disputes-work)", () => {
  it("leave as much time to answer as any chargeback, and are lost after it", async () => {
    const { stripe, control, dispute } = await disputed("pm_card_createDisputeInquiry");
    await control("POST", `advance?seconds=${30 * DAY}`);
    await control("POST", "disputes", { dispute: dispute.id, status: "escalated" });
    const escalated = await stripe.disputes.retrieve(dispute.id);
    expect(escalated.evidence_details.due_by).toBeGreaterThan(dispute.created + 37 * DAY);
    await control("POST", `advance?seconds=${8 * DAY}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("needs_response");
    await control("POST", `advance?seconds=${3 * DAY}`);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("lost");
  });
});

describe("the control of disputes", () => {
  it("opens one on any charge, for a part of it, and decides it", async () => {
    const { stripe, control } = await startLocalStripe();
    const charge = await pay(stripe, "pm_card_visa");
    const { id } = await control<Stripe.Dispute>("POST", "disputes", {
      charge,
      reason: "duplicate",
      amount: 700,
    });
    expect(await stripe.disputes.retrieve(id)).toMatchObject({ amount: 700, reason: "duplicate" });
    await control("POST", "disputes", { dispute: id, status: "lost" });
    expect((await stripe.disputes.retrieve(id)).status).toBe("lost");
    await expect(control("POST", "disputes", { dispute: id, status: "won" })).rejects.toThrow("400");
  });

  it("refuses a charge that took no money", async () => {
    const { stripe, control } = await startLocalStripe();
    const charge = await pay(stripe, "pm_card_visa", { capture_method: "manual" });
    await expect(control("POST", "disputes", { charge })).rejects.toThrow("400");
    expect((await stripe.disputes.list()).data).toEqual([]);
  });
});

describe("early fraud warnings (https://docs.stripe.com/radar/early-fraud-warnings)", () => {
  it("5423 is warned of, and the warning asks for nothing once the charge was refunded", async () => {
    const { stripe } = await startLocalStripe();
    const charge = await pay(stripe, "pm_card_createIssuerFraudRecord");
    const [warning] = (await stripe.radar.earlyFraudWarnings.list({ charge })).data;
    expect(warning).toMatchObject({ actionable: true, charge });
    await stripe.refunds.create({ charge, amount: 500 });
    expect((await stripe.radar.earlyFraudWarnings.retrieve(warning!.id)).actionable).toBe(true);
    await stripe.refunds.create({ charge });
    expect((await stripe.radar.earlyFraudWarnings.retrieve(warning!.id)).actionable).toBe(false);
    expect(await typesOf(stripe, "radar.*")).toEqual([
      "radar.early_fraud_warning.created",
      "radar.early_fraud_warning.updated",
    ]);
  });
});

it("disputes a renewal at its own second while a test clock advances (https://docs.stripe.com/billing/testing/test-clocks)", async () => {
  const { stripe, price, subscribe, advance, customer } = await startBilling("2030-01-15", {
    card: "pm_card_createDispute",
  });
  await subscribe(await price("Pro"));
  await advance("2030-02-20");
  const charges = (await stripe.charges.list({ customer })).data;
  const { data } = await stripe.disputes.list({ charge: charges[0]!.id });
  expect(charges).toHaveLength(2);
  expect(data).toMatchObject([{ created: charges[0]!.created, status: "needs_response" }]);
});
