import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { submit } from "./support/hosted-checkout";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const PAY = { amount: 2000, currency: "usd", confirm: true, payment_method: "pm_card_visa" };

describe("payment intents (https://docs.stripe.com/payments/paymentintents/lifecycle)", () => {
  it("waits for a method, then for confirmation, then succeeds", async () => {
    const { stripe } = await startLocalStripe();
    const intent = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
    expect(intent).toMatchObject({ status: "requires_payment_method", amount_received: 0 });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));
    const chosen = await stripe.paymentIntents.update(intent.id, { payment_method: "pm_card_visa" });
    expect(chosen.status).toBe("requires_confirmation");
    const paid = await stripe.paymentIntents.confirm(intent.id);
    expect(paid).toMatchObject({ status: "succeeded", amount_received: 2000 });
    const again = await refusal(stripe.paymentIntents.confirm(intent.id));
    expect(again).toMatchObject({ statusCode: 400, code: "payment_intent_unexpected_state" });
    expect(again.message).toContain("already succeeded");
  });

  it("refuses to confirm without a method", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
    expect((await refusal(stripe.paymentIntents.confirm(id))).message).toContain("missing a payment method");
  });

  it("holds an authorisation until it is captured, in part if so wished (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method)", async () => {
    const { stripe } = await startLocalStripe();
    const held = await stripe.paymentIntents.create({ ...PAY, capture_method: "manual" });
    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 2000, amount_received: 0 });
    const over = await refusal(stripe.paymentIntents.capture(held.id, { amount_to_capture: 2001 }));
    expect(over).toMatchObject({ statusCode: 400, code: "amount_too_large" });
    const taken = await stripe.paymentIntents.capture(held.id, {
      amount_to_capture: 1500,
      expand: ["latest_charge"],
    });
    expect(taken).toMatchObject({
      status: "succeeded",
      amount_capturable: 0,
      amount_received: 1500,
      latest_charge: { amount: 2000, amount_captured: 1500, amount_refunded: 500, captured: true },
    });
    expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  it("lets an authorisation go when cancelled, and cancels nothing that is paid", async () => {
    const { stripe } = await startLocalStripe();
    const held = await stripe.paymentIntents.create({ ...PAY, capture_method: "manual" });
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({
      status: "canceled",
      amount_capturable: 0,
      cancellation_reason: "abandoned",
    });
    const paid = await stripe.paymentIntents.create(PAY);
    expect(await refusal(stripe.paymentIntents.cancel(paid.id))).toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  it("books the money after the charge, as asynchronous capture does (https://docs.stripe.com/payments/payment-intents/asynchronous-capture)", async () => {
    const { stripe } = await startLocalStripe();
    await stripe.paymentIntents.create(PAY);
    const { data } = await stripe.events.list({ types: ["charge.succeeded", "charge.updated"] });
    const [updated, succeeded] = data.map(
      (event) => event.data as { object: Stripe.Charge; previous_attributes?: object },
    );
    expect(succeeded!.object.balance_transaction).toBeNull();
    expect(updated!.object.balance_transaction).toMatch(/^txn_/);
    expect(updated!.previous_attributes).toEqual({ balance_transaction: null });
  });

  it("makes the money available after two days", async () => {
    const { stripe, control } = await startLocalStripe();
    await stripe.paymentIntents.create(PAY);
    const status = async () => (await stripe.balanceTransactions.list()).data[0]!.status;
    expect(await status()).toBe("pending");
    await control("POST", `advance?seconds=${2 * 24 * 60 * 60}`);
    expect(await status()).toBe("available");
  });
});

describe("3-D Secure without a session (https://docs.stripe.com/payments/3d-secure/authentication-flow)", () => {
  it("sends the buyer to the bank and back to where the integration said", async () => {
    const { stripe, url } = await startLocalStripe();
    const params = {
      ...PAY,
      payment_method: "pm_card_threeDSecure2Required",
      return_url: "https://shop.test/back?order=7",
    };
    const waiting = await stripe.paymentIntents.create(params);
    expect(waiting.status).toBe("requires_action");
    expect(waiting.next_action?.redirect_to_url?.url).toBe(`${url}/authenticate/${waiting.id}`);
    expect(await refusal(stripe.paymentIntents.capture(waiting.id))).toMatchObject({
      code: "payment_intent_unexpected_state",
    });
    const back = await submit(waiting.next_action!.redirect_to_url!.url!, { result: "complete" });
    const location = new URL(back.location!);
    expect(location.origin + location.pathname).toBe("https://shop.test/back");
    expect(Object.fromEntries(location.searchParams)).toEqual({
      order: "7",
      payment_intent: waiting.id,
      payment_intent_client_secret: waiting.client_secret,
      redirect_status: "succeeded",
    });
    expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe("succeeded");
  });

  it("answers 402 instead of waiting when told to", async () => {
    const { stripe } = await startLocalStripe();
    const params = {
      ...PAY,
      payment_method: "pm_card_authenticationRequired",
      error_on_requires_action: true,
    };
    const error = await refusal(stripe.paymentIntents.create(params));
    expect(error).toMatchObject({
      statusCode: 402,
      code: "authentication_required",
      decline_code: "authentication_not_handled",
    });
    expect((await stripe.paymentIntents.retrieve(error.payment_intent!.id)).status).toBe(
      "requires_payment_method",
    );
  });

  it("declines off session where the owner is needed, unless the card was set up for it", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const charge = async (name: string) => {
      const method = await stripe.paymentMethods.attach(name, { customer: customer.id });
      return stripe.paymentIntents.create({
        ...PAY,
        customer: customer.id,
        payment_method: method.id,
        off_session: true,
      });
    };
    expect(await refusal(charge("pm_card_authenticationRequired"))).toMatchObject({
      statusCode: 402,
      code: "authentication_required",
      decline_code: "authentication_required",
    });
    expect((await charge("pm_card_authenticationRequiredSetupForOffSession")).status).toBe("succeeded");
  });

  it("asks 3155 once: set up for later, it pays off session (https://docs.stripe.com/testing#regulatory-cards)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach("pm_card_authenticationRequiredOnSetup", {
      customer: customer.id,
    });
    const setUp = await stripe.paymentIntents.create({
      ...PAY,
      customer: customer.id,
      payment_method: method.id,
      setup_future_usage: "off_session",
      return_url: "https://shop.test/back",
    });
    expect(setUp.status).toBe("requires_action");
    await submit(setUp.next_action!.redirect_to_url!.url!, { result: "complete" });
    const later = await stripe.paymentIntents.create({
      ...PAY,
      customer: customer.id,
      payment_method: method.id,
      off_session: true,
    });
    expect(later.status).toBe("succeeded");
  });
});

describe("refunds (https://docs.stripe.com/refunds)", () => {
  it("gives back in parts, never more than was paid", async () => {
    const { stripe } = await startLocalStripe();
    const { id, latest_charge: charge } = await stripe.paymentIntents.create(PAY);
    const first = await stripe.refunds.create({
      payment_intent: id,
      amount: 500,
      reason: "requested_by_customer",
    });
    expect(first).toMatchObject({ amount: 500, status: "succeeded", charge, payment_intent: id });
    const over = await refusal(stripe.refunds.create({ payment_intent: id, amount: 1501 }));
    expect(over).toMatchObject({ statusCode: 400, code: undefined, param: "amount" });
    expect(over.message).toBe("Refund amount (1501) is greater than unrefunded amount on charge (1500)");
    await stripe.refunds.create({ charge: charge as string });
    const after = await stripe.charges.retrieve(charge as string, { expand: ["refunds"] });
    expect(after).toMatchObject({ amount_refunded: 2000, refunded: true, paid: true });
    expect(after.refunds!.data.map(({ amount }) => amount)).toEqual([1500, 500]);
    const again = await refusal(stripe.refunds.create({ payment_intent: id }));
    expect(again).toMatchObject({ statusCode: 400, code: "charge_already_refunded" });
    const types = (await stripe.events.list({ types: ["refund.created", "charge.refunded"] })).data.map(
      ({ type }) => type,
    );
    expect(types).toEqual(["refund.created", "charge.refunded", "refund.created", "charge.refunded"]);
  });

  it("refuses to refund what was not paid or not captured", async () => {
    const { stripe } = await startLocalStripe();
    const unpaid = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
    expect(await refusal(stripe.refunds.create({ payment_intent: unpaid.id }))).toMatchObject({
      statusCode: 400,
    });
    const held = await stripe.paymentIntents.create({ ...PAY, capture_method: "manual" });
    const error = await refusal(stripe.refunds.create({ payment_intent: held.id }));
    expect(error.message).toContain("has not been captured");
    expect((await stripe.refunds.list()).data).toEqual([]);
  });
});
