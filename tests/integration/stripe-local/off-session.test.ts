import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const params = {
  amount: 4_500,
  currency: "usd",
  automatic_payment_methods: { enabled: true, allow_redirects: "never" as const },
};

async function withCard(name: string) {
  const { stripe } = await startLocalStripe();
  const customer = (await stripe.customers.create({})).id;
  const { id: payment_method } = await stripe.paymentMethods.attach(name, { customer });
  const charge = { ...params, customer, payment_method, off_session: true, confirm: true };
  return { stripe, customer, charge: { ...charge, metadata: { checkout_id: "7" } } };
}

describe("charging a saved card off session (https://docs.stripe.com/payments/save-and-reuse#charge-saved-payment-method)", () => {
  it("takes the money at once and keeps what was written on it", async () => {
    const { stripe, customer, charge } = await withCard("pm_card_visa");
    const paid = await stripe.paymentIntents.create(charge, { idempotencyKey: "k" });
    expect(paid).toMatchObject({
      status: "succeeded",
      amount_received: 4_500,
      metadata: { checkout_id: "7" },
    });
    expect((await stripe.paymentIntents.create(charge, { idempotencyKey: "k" })).id).toBe(paid.id);
    const gte = paid.created - 300;
    const { data } = await stripe.paymentIntents.list({ customer, created: { gte } });
    expect(data.map(({ id, metadata }) => [id, metadata.checkout_id])).toEqual([[paid.id, "7"]]);
  });

  it("answers 402 with the payment in the error when the bank wants its owner, and the same when asked again", async () => {
    const { stripe, charge } = await withCard("pm_card_authenticationRequired");
    const ask = () => refusal(stripe.paymentIntents.create(charge, { idempotencyKey: "k" }));
    const [first, second] = [await ask(), await ask()];
    expect(first).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(first).toMatchObject({
      ...{ statusCode: 402, rawType: "card_error" },
      ...{ code: "authentication_required", decline_code: "authentication_required" },
      payment_intent: { status: "requires_payment_method", next_action: null, payment_method: null },
    });
    expect(second.payment_intent!.id).toBe(first.payment_intent!.id);
    const [told] = (await stripe.events.list({ type: "payment_intent.payment_failed" })).data;
    expect(told!.data.object).toMatchObject({
      id: first.payment_intent!.id,
      last_payment_error: { type: "card_error", code: "authentication_required" },
    });
  });

  it("answers 402 with the payment and its charge when the bank says no (https://docs.stripe.com/declines)", async () => {
    const { stripe, charge } = await withCard("pm_card_chargeCustomerFail");
    const error = await refusal(stripe.paymentIntents.create(charge));
    expect(error).toMatchObject({ statusCode: 402, code: "card_declined", decline_code: "generic_decline" });
    const { data } = await stripe.charges.list({ payment_intent: error.payment_intent!.id });
    expect(data).toMatchObject([{ id: error.charge, status: "failed", paid: false }]);
  });

  it("makes no payment when the card is nobody's any more (https://docs.stripe.com/api/payment_methods/detach)", async () => {
    const { stripe, customer, charge } = await withCard("pm_card_visa");
    await stripe.paymentMethods.detach(charge.payment_method);
    const error = await refusal(stripe.paymentIntents.create(charge));
    expect(error).toMatchObject({ statusCode: 400, rawType: "invalid_request_error" });
    expect(error.payment_intent).toBeUndefined();
    expect((await stripe.paymentIntents.list({ customer })).data).toEqual([]);
  });
});
