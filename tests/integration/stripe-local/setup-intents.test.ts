import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { submit, visit } from "./support/hosted-checkout";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const RETURN = "https://shop.test/back";

const eventsOf = async (stripe: Stripe, type: string): Promise<string[]> =>
  (await stripe.events.list({ type, limit: 100 })).data.map(({ type: name }) => name).reverse();

describe("setup intents (https://docs.stripe.com/payments/setup-intents)", () => {
  it("keeps a card for its customer, who is charged later without being there", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const intent = await stripe.setupIntents.create({
      customer: customer.id,
      automatic_payment_methods: { enabled: true },
      metadata: { order: "1" },
    });
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      usage: "off_session",
      payment_method_types: ["card"],
      metadata: { order: "1" },
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_\\w+`));
    const done = await stripe.setupIntents.confirm(intent.id, {
      payment_method: "pm_card_visa",
      return_url: RETURN,
      expand: ["latest_attempt", "payment_method"],
    });
    expect(done).toMatchObject({
      status: "succeeded",
      payment_method: { customer: customer.id, card: { last4: "4242" } },
      latest_attempt: { status: "succeeded", usage: "off_session", setup_error: null },
    });
    const paid = await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      confirm: true,
      customer: customer.id,
      off_session: true,
      payment_method: (done.payment_method as Stripe.PaymentMethod).id,
    });
    expect(paid.status).toBe("succeeded");
    expect(await eventsOf(stripe, "setup_intent.*")).toEqual([
      "setup_intent.created",
      "setup_intent.succeeded",
    ]);
  });

  it("keeps a card of nobody without attaching it", async () => {
    const { stripe } = await startLocalStripe();
    const intent = await stripe.setupIntents.create({
      confirm: true,
      payment_method: "pm_card_visa",
      usage: "on_session",
      return_url: RETURN,
    });
    expect(intent).toMatchObject({ status: "succeeded", usage: "on_session", customer: null });
    const method = await stripe.paymentMethods.retrieve(intent.payment_method as string);
    expect(method.customer).toBeNull();
  });

  it("stays on record with its decline, and takes another card (https://docs.stripe.com/declines)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const intent = await stripe.setupIntents.create({ customer: customer.id });
    const payment_method = "pm_card_visa_chargeDeclinedInsufficientFunds";
    const error = await refusal(stripe.setupIntents.confirm(intent.id, { payment_method }));
    expect(error).toMatchObject({
      statusCode: 402,
      type: "StripeCardError",
      code: "card_declined",
      decline_code: "insufficient_funds",
      setup_intent: { id: intent.id, status: "requires_payment_method" },
    });
    const failed = await stripe.setupIntents.retrieve(intent.id);
    expect(failed).toMatchObject({
      payment_method: null,
      last_setup_error: { code: "card_declined", type: "card_error" },
    });
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([]);
    const done = await stripe.setupIntents.confirm(intent.id, { payment_method: "pm_card_visa" });
    expect(done).toMatchObject({ status: "succeeded", last_setup_error: null });
    const attempts = (await stripe.setupAttempts.list({ setup_intent: intent.id })).data;
    expect(attempts.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
    expect(attempts[1]!.setup_error).toMatchObject({ decline_code: "insufficient_funds" });
    expect(await eventsOf(stripe, "setup_intent.*")).toEqual([
      "setup_intent.created",
      "setup_intent.setup_failed",
      "setup_intent.succeeded",
    ]);
  });

  it("keeps 0341, whose payments then fail (https://docs.stripe.com/testing#declined-payments)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.setupIntents.create({
      confirm: true,
      customer,
      payment_method: "pm_card_chargeCustomerFail",
    });
    expect(intent.status).toBe("succeeded");
    const pay = stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      confirm: true,
      customer,
      off_session: true,
      payment_method: intent.payment_method as string,
    });
    expect((await refusal(pay)).code).toBe("card_declined");
  });

  it("is changed and canceled while it is open, and not after (https://docs.stripe.com/api/setup_intents/cancel)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.setupIntents.create({ customer });
    const updated = await stripe.setupIntents.update(intent.id, {
      description: "later",
      metadata: { a: "1" },
      payment_method: "pm_card_visa",
    });
    expect(updated).toMatchObject({ status: "requires_confirmation", description: "later" });
    const canceled = await stripe.setupIntents.cancel(intent.id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
    for (const attempt of [
      stripe.setupIntents.cancel(intent.id),
      stripe.setupIntents.confirm(intent.id, { payment_method: "pm_card_visa" }),
      stripe.setupIntents.update(intent.id, { payment_method: "pm_card_visa" }),
    ]) {
      expect(await refusal(attempt)).toMatchObject({
        statusCode: 400,
        code: "setup_intent_unexpected_state",
        setup_intent: { id: intent.id, status: "canceled" },
      });
    }
    expect((await stripe.setupIntents.list({ customer })).data.map(({ id }) => id)).toEqual([intent.id]);
    expect((await stripe.setupIntents.list({ customer: "cus_other" })).data).toEqual([]);
  });

  it("needs a payment method to be confirmed [from knowledge]", async () => {
    const { stripe } = await startLocalStripe();
    const intent = await stripe.setupIntents.create({});
    expect(await refusal(stripe.setupIntents.confirm(intent.id))).toMatchObject({
      statusCode: 400,
      code: "setup_intent_unexpected_state",
    });
    expect((await refusal(stripe.setupIntents.create({ customer: "cus_none" }))).param).toBe("customer");
  });
});

describe("setting up with 3-D Secure (https://docs.stripe.com/testing#authentication-and-setup)", () => {
  it("asks the owner once: 3155 is charged later without asking again", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.setupIntents.create({
      confirm: true,
      customer,
      payment_method: "pm_card_authenticationRequiredOnSetup",
      return_url: RETURN,
    });
    expect(intent).toMatchObject({
      status: "requires_action",
      next_action: { type: "redirect_to_url", redirect_to_url: { return_url: RETURN } },
    });
    const bank = intent.next_action!.redirect_to_url!.url!;
    expect((await visit(bank)).html).toMatch(/Complete[\s\S]*Fail/);
    const back = new URL((await submit(bank, { result: "complete" })).location!);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      setup_intent: intent.id,
      setup_intent_client_secret: intent.client_secret,
      redirect_status: "succeeded",
    });
    const paid = await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      confirm: true,
      customer,
      off_session: true,
      payment_method: intent.payment_method as string,
    });
    expect(paid.status).toBe("succeeded");
    expect((await submit(bank, { result: "complete" })).status).toBe(404);
    expect(await eventsOf(stripe, "setup_intent.*")).toEqual([
      "setup_intent.created",
      "setup_intent.requires_action",
      "setup_intent.succeeded",
    ]);
  });

  it("abandons an attempt that waits for its owner when another card is tried (https://docs.stripe.com/api/setup_attempts/object)", async () => {
    const { stripe } = await startLocalStripe();
    const waiting = await stripe.setupIntents.create({
      confirm: true,
      payment_method: "pm_card_authenticationRequired",
      return_url: RETURN,
    });
    const done = await stripe.setupIntents.confirm(waiting.id, { payment_method: "pm_card_visa" });
    expect(done.status).toBe("succeeded");
    const { data } = await stripe.setupAttempts.list({ setup_intent: waiting.id });
    expect(data.map(({ status }) => status)).toEqual(["succeeded", "abandoned"]);
  });

  it("fails when the owner is not authenticated, and keeps the card from the customer", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.setupIntents.create({
      confirm: true,
      customer,
      payment_method: "pm_card_authenticationRequired",
      return_url: RETURN,
    });
    const bank = intent.next_action!.redirect_to_url!.url!;
    expect((await submit(bank, { result: "fail" })).location).toContain("redirect_status=failed");
    expect(await stripe.setupIntents.retrieve(intent.id)).toMatchObject({
      status: "requires_payment_method",
      last_setup_error: { code: "setup_intent_authentication_failure" },
    });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
    expect((await eventsOf(stripe, "setup_intent.*")).at(-1)).toBe("setup_intent.setup_failed");
  });
});
