import type Stripe from "stripe";
import { expect, it } from "vitest";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

async function charged(
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<
  Running & { charge: string; intent: string; dispute: (body?: object) => Promise<Stripe.Dispute> }
> {
  const running = await startLocalStripe();
  const intent = await running.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    payment_method: "pm_card_visa",
    return_url: "https://shop.test/back",
    ...more,
  });
  const charge = intent.latest_charge as string;
  const dispute = (body: object = {}): Promise<Stripe.Dispute> =>
    running.control<Stripe.Dispute>("POST", "disputes", { charge, ...body });
  return { ...running, charge, intent: intent.id, dispute };
}

it("disputes what is left of a charge after refunds, and no more (https://docs.stripe.com/disputes/how-disputes-work)", async () => {
  const { stripe, charge, dispute } = await charged();
  await stripe.refunds.create({ charge, amount: 500 });
  await expect(dispute({ amount: 1501 })).rejects.toThrow(/answered 400.*1501.*1500/s);
  expect((await stripe.disputes.list()).data).toEqual([]);
  expect((await dispute()).amount).toBe(1500);
});

it("counts what was captured, not what was held (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method)", async () => {
  const { stripe, charge, intent, dispute } = await charged({ capture_method: "manual" });
  await stripe.paymentIntents.capture(intent, { amount_to_capture: 1200 });
  await stripe.refunds.create({ charge, amount: 200 });
  expect((await dispute()).amount).toBe(1000);
});

it("takes disputes that are open or lost off, and gives back those that were won [from knowledge]", async () => {
  const { stripe, control, dispute } = await charged();
  const first = await dispute({ amount: 1500 });
  await expect(dispute({ amount: 501 })).rejects.toThrow("answered 400");
  const second = await dispute({ reason: "duplicate" });
  expect(second.amount).toBe(500);
  await control("POST", "disputes", { dispute: second.id, status: "lost" });
  await expect(dispute()).rejects.toThrow("answered 400");
  await control("POST", "disputes", { dispute: first.id, status: "won" });
  expect((await dispute()).amount).toBe(1500);
  const { data } = await stripe.balanceTransactions.list({ type: "adjustment" });
  expect(data.reduce((sum, { amount }) => sum + amount, 0)).toBe(-2000);
});

it("takes no more than is left when an inquiry goes on as a chargeback [from knowledge]", async () => {
  const { stripe, control, charge, dispute } = await charged();
  const inquiry = await dispute({ status: "warning_needs_response" });
  await stripe.refunds.create({ charge, amount: 1200 });
  await control("POST", "disputes", { dispute: inquiry.id, status: "escalated" });
  const escalated = await stripe.disputes.retrieve(inquiry.id);
  expect(escalated).toMatchObject({ amount: 800, balance_transactions: [{ amount: -800 }] });
});

it("closes an inquiry whose charge was given back in full (https://docs.stripe.com/disputes/how-disputes-work)", async () => {
  const { stripe, control, charge, dispute } = await charged();
  const inquiry = await dispute({ status: "warning_needs_response" });
  await stripe.refunds.create({ charge });
  const decided = control("POST", "disputes", { dispute: inquiry.id, status: "escalated" });
  await expect(decided).rejects.toThrow("answered 400");
  const evidence = { uncategorized_text: "escalate_inquiry_evidence" };
  await stripe.disputes.update(inquiry.id, { evidence });
  expect((await stripe.disputes.retrieve(inquiry.id)).status).toBe("warning_closed");
});

it("disputes no charge that failed", async () => {
  const { stripe, control } = await startLocalStripe();
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  const declined = await refusal(
    stripe.paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa_chargeDeclined" }),
  );
  await expect(control("POST", "disputes", { charge: declined.charge })).rejects.toThrow("answered 400");
});

it("knows no reason but Stripe's (https://docs.stripe.com/disputes/categories)", async () => {
  const { stripe, dispute } = await charged();
  await expect(dispute({ reason: "bored" })).rejects.toThrow("answered 400");
  expect((await stripe.disputes.list()).data).toEqual([]);
  expect((await dispute({ reason: "unrecognized" })).reason).toBe("unrecognized");
});
