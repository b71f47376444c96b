import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

type Row = [
  name: string,
  expected: { code: string; decline_code: string; param?: string; advice_code?: string },
  message: string,
];

const DECLINED = "Your card was declined.";
const DECLINES: Row[] = [
  [
    "pm_card_visa_chargeDeclined",
    { code: "card_declined", decline_code: "generic_decline", advice_code: "try_again_later" },
    DECLINED,
  ],
  [
    "pm_card_visa_chargeDeclinedInsufficientFunds",
    { code: "card_declined", decline_code: "insufficient_funds", advice_code: "try_again_later" },
    "Your card has insufficient funds.",
  ],
  [
    "pm_card_visa_chargeDeclinedLostCard",
    { code: "card_declined", decline_code: "lost_card", advice_code: "do_not_try_again" },
    DECLINED,
  ],
  [
    "pm_card_visa_chargeDeclinedStolenCard",
    { code: "card_declined", decline_code: "stolen_card", advice_code: "do_not_try_again" },
    DECLINED,
  ],
  [
    "pm_card_chargeDeclinedExpiredCard",
    {
      code: "expired_card",
      decline_code: "expired_card",
      param: "exp_month",
      advice_code: "confirm_card_data",
    },
    "Your card has expired.",
  ],
  [
    "pm_card_chargeDeclinedIncorrectCvc",
    { code: "incorrect_cvc", decline_code: "incorrect_cvc", param: "cvc", advice_code: "confirm_card_data" },
    "Your card's security code is incorrect.",
  ],
  [
    "pm_card_chargeDeclinedProcessingError",
    { code: "processing_error", decline_code: "processing_error", advice_code: "try_again_later" },
    "An error occurred while processing your card. Try again in a little bit.",
  ],
  ["pm_card_chargeDeclinedFraudulent", { code: "card_declined", decline_code: "fraudulent" }, DECLINED],
];

describe("declined cards (https://docs.stripe.com/testing#declined-payments)", () => {
  it.each(DECLINES)("%s is refused with %o", async (name, expected, message) => {
    const { stripe } = await startLocalStripe();
    const params = { amount: 900, currency: "usd", confirm: true, payment_method: name };
    const error = await refusal(stripe.paymentIntents.create(params));
    expect(error).toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      param: undefined,
      advice_code: undefined,
      ...expected,
      message,
    });
    const intent = await stripe.paymentIntents.retrieve(error.payment_intent!.id, {
      expand: ["latest_charge"],
    });
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { ...expected, message },
      latest_charge: {
        id: error.charge,
        status: "failed",
        paid: false,
        failure_code: expected.code,
        failure_message: message,
      },
    });
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa" });
    expect(paid.status).toBe("succeeded");
  });

  it("tells a card that Stripe itself blocks from one the issuer refuses", async () => {
    const { stripe } = await startLocalStripe();
    const params = { amount: 900, currency: "usd", confirm: true, payment_method: "pm_card_radarBlock" };
    const error = await refusal(stripe.paymentIntents.create(params));
    const charge = await stripe.charges.retrieve(error.charge!);
    expect(charge.outcome).toMatchObject({
      type: "blocked",
      network_status: "not_sent_to_network",
      risk_level: "highest",
    });
  });
});

describe("attaching (https://docs.stripe.com/testing#declined-payments)", () => {
  it("attaches 0341 to a customer, whose payments then fail", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: customer.id,
    });
    expect(method).toMatchObject({ customer: customer.id, card: { last4: "0341" } });
    const params = {
      amount: 900,
      currency: "usd",
      confirm: true,
      customer: customer.id,
      payment_method: method.id,
    };
    expect(await refusal(stripe.paymentIntents.create(params))).toMatchObject({ code: "card_declined" });
  });

  it("refuses to attach a declined card, and keeps it from the customer", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const attempt = stripe.paymentMethods.attach("pm_card_visa_chargeDeclined", { customer: customer.id });
    expect(await refusal(attempt)).toMatchObject({ statusCode: 402, code: "card_declined" });
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toEqual([]);
  });

  it("makes a new method every time a name is used, and detaches for good", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const attach = () => stripe.paymentMethods.attach("pm_card_mastercard", { customer: customer.id });
    const [first, second] = [await attach(), await attach()];
    expect(first.id).not.toBe(second.id);
    expect(first.card!.fingerprint).toBe(second.card!.fingerprint);
    expect((await stripe.paymentMethods.detach(first.id)).customer).toBeNull();
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data.map(({ id }) => id)).toEqual([
      second.id,
    ]);
    const again = await refusal(stripe.paymentMethods.attach(first.id, { customer: customer.id }));
    expect(again).toMatchObject({ statusCode: 400, code: undefined });
    expect(await refusal(stripe.paymentMethods.detach(first.id))).toMatchObject({ statusCode: 400 });
    const types = (await stripe.events.list({ type: "payment_method.*" })).data.map(({ type }) => type);
    expect(types).toEqual(["payment_method.detached", "payment_method.attached", "payment_method.attached"]);
  });

  it("lets a method of nobody pay once", async () => {
    const { stripe } = await startLocalStripe();
    const method = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    const params = { amount: 900, currency: "usd", confirm: true, payment_method: method.id };
    expect((await stripe.paymentIntents.create(params)).status).toBe("succeeded");
    expect((await refusal(stripe.paymentIntents.create(params))).message).toContain("may not be used again");
  });

  it("keeps one customer's method from another's payment", async () => {
    const { stripe } = await startLocalStripe();
    const [owner, other] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: owner.id });
    const params = {
      amount: 900,
      currency: "usd",
      confirm: true,
      customer: other.id,
      payment_method: method.id,
    };
    expect(await refusal(stripe.paymentIntents.create(params))).toMatchObject({
      statusCode: 400,
      param: "payment_method",
    });
  });
});

describe("cards by brand and country (https://docs.stripe.com/testing#cards)", () => {
  it.each([
    ["pm_card_visa_debit", { brand: "visa", funding: "debit", country: "US" }],
    ["pm_card_mastercard_prepaid", { brand: "mastercard", funding: "prepaid" }],
    ["pm_card_amex", { brand: "amex", last4: "0005" }],
    ["pm_card_de", { brand: "visa", country: "DE" }],
  ])("%s", async (name, card) => {
    const { stripe } = await startLocalStripe();
    expect(await stripe.paymentMethods.retrieve(name)).toMatchObject({ type: "card", card });
  });

  it("refuses a number that is no test card", async () => {
    const { stripe } = await startLocalStripe();
    const card = { number: "4111111111111111", exp_month: 1, exp_year: 2040 };
    const error = await refusal(stripe.paymentMethods.create({ type: "card", card }));
    expect(error).toMatchObject({ statusCode: 402, code: "incorrect_number" });
  });
});
