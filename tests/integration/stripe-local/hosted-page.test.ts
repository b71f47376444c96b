import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { packSession, pay, submit, visit } from "./support/hosted-checkout";
import { startLocalStripe } from "./support/start-local-stripe";

describe("paying on the hosted page", () => {
  it("takes the payment, completes the session and returns the buyer with the session's id", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe, {
      payment_intent_data: {
        metadata: { pack: "500" },
        description: "500 credits",
        receipt_email: "mia@example.com",
      },
    });
    const answer = await pay(session);
    expect(answer).toMatchObject({ status: 303, location: `https://shop.test/thanks?session=${session.id}` });
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge.balance_transaction"],
    });
    expect(paid).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      customer: null,
      customer_details: { email: "mia@example.com", name: "Mia Wong" },
      payment_intent: {
        status: "succeeded",
        amount_received: 4500,
        description: "500 credits",
        metadata: { pack: "500" },
        receipt_email: "mia@example.com",
        latest_charge: {
          paid: true,
          captured: true,
          metadata: { pack: "500" },
          outcome: { type: "authorized", network_status: "approved_by_network" },
          payment_method_details: { card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2040 } },
          billing_details: { email: "mia@example.com", name: "Mia Wong" },
          balance_transaction: { amount: 4500, fee: 161, net: 4339, type: "charge" },
        },
      },
    });
  });

  it("tells of it in order, and only once", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    await pay(session);
    const events = (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();
    expect(events).toEqual([
      "product.created",
      "price.created",
      "payment_intent.created",
      "charge.succeeded",
      "charge.updated",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
  });

  it("keeps the session open after a decline, says why, and lets the next card pay the same intent", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    const declined = await pay(session, { number: "4000 0000 0000 9995" });
    expect(declined).toMatchObject({ status: 200, alert: "Your card has insufficient funds." });
    for (const kept of ["mia@example.com", "4000 0000 0000 9995", "12 / 40", "Mia Wong"]) {
      expect(declined.html).toContain(`value="${kept}"`);
    }
    const open = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(open).toMatchObject({
      status: "open",
      payment_intent: {
        status: "requires_payment_method",
        payment_method: null,
        last_payment_error: { code: "card_declined", decline_code: "insufficient_funds", type: "card_error" },
      },
    });
    expect((await pay(session)).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    expect(paid.payment_intent).toBe((open.payment_intent as Stripe.PaymentIntent).id);
    const failures = await stripe.events.list({ types: ["charge.failed", "payment_intent.payment_failed"] });
    expect(failures.data.map(({ type }) => type)).toEqual(["payment_intent.payment_failed", "charge.failed"]);
    expect(failures.data[1]!.data.object).toMatchObject({
      failure_code: "card_declined",
      failure_message: "Your card has insufficient funds.",
      outcome: {
        type: "issuer_declined",
        reason: "insufficient_funds",
        network_status: "declined_by_network",
      },
    });
  });

  it.each([
    ["a number that fails the Luhn check", { number: "4242424242424241" }, "Your card number is invalid."],
    ["too short a number", { number: "4242" }, "Your card number is incomplete."],
    ["a date in the past", { expiry: "01/20" }, "Your card's expiration date is in the past."],
    ["a month that is none", { expiry: "13/40" }, "Your card's expiration date is incomplete."],
    ["too short a code", { cvc: "12" }, "Your card's security code is incomplete."],
    [
      "three digits of code for American Express",
      { number: "378282246310005" },
      "Your card's security code is incomplete.",
    ],
    ["no e-mail address", { email: "" }, "Enter your email address."],
    ["a name with nothing in it", { name: " " }, "Enter the name on your card."],
  ])("refuses %s at the field, without an attempt", async (_what, typed, message) => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    const answer = await pay(session, typed);
    expect(answer.status).toBe(200);
    expect(answer.html.replaceAll("&#x27;", "'")).toContain(message);
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });

  it("declines a card that is not one of the test cards (https://docs.stripe.com/testing)", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    expect((await pay(session, { number: "4111111111111111" })).alert).toContain("test mode");
  });

  it("shows what was typed as text, whatever it contains", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    const answer = await pay(session, { name: `"><script>alert(1)</script>`, number: "1" });
    expect(answer.html).not.toContain("<script>alert(1)");
  });

  it("completes without a card when there is nothing to pay", async () => {
    const { stripe } = await startLocalStripe();
    const item = { currency: "usd", unit_amount: 0, product_data: { name: "Trial pack" } };
    const session = await packSession(stripe, { line_items: [{ price_data: item, quantity: 1 }] });
    expect((await pay(session, { number: "", expiry: "", cvc: "", name: "" })).status).toBe(303);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
      payment_intent: null,
    });
  });
});

describe("3-D Secure (https://docs.stripe.com/testing#regulatory-cards)", () => {
  it("asks the buyer's bank, then takes the payment", async () => {
    const { stripe, url } = await startLocalStripe();
    const session = await packSession(stripe);
    const step = await pay(session, { number: "4000000000003220" });
    expect(step.location).toMatch(/^\/authenticate\/pi_/);
    const bank = `${url}${step.location ?? ""}`;
    expect((await visit(bank)).html).toMatch(/Complete[\s\S]*Fail/);
    expect((await stripe.events.list({ type: "payment_intent.requires_action" })).data).toHaveLength(1);
    expect((await submit(bank, { result: "complete" })).location).toBe(
      `https://shop.test/thanks?session=${session.id}`,
    );
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge"],
    });
    expect(paid).toMatchObject({
      payment_status: "paid",
      payment_intent: {
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: "authenticated" } } } },
      },
    });
    expect((await submit(bank, { result: "complete" })).status).toBe(404);
  });

  it("leaves the session open when the bank refuses, says so, and takes another card", async () => {
    const { stripe, url } = await startLocalStripe();
    const session = await packSession(stripe);
    const step = await pay(session, { number: "4000002760003184" });
    const refused = await submit(`${url}${step.location ?? ""}`, { result: "fail" });
    expect(refused.location).toBe(`/c/pay/${session.id}?retry=1`);
    const page = await visit(`${url}${refused.location ?? ""}`);
    expect(page.alert).toContain("unable to authenticate your payment method");
    expect(page.html).toContain('value="mia@example.com"');
    const intents = await stripe.paymentIntents.list();
    expect(intents.data[0]).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "payment_intent_authentication_failure" },
    });
    expect((await pay(session)).status).toBe(303);
  });

  it("declines after authentication where the card says so", async () => {
    const { stripe, url } = await startLocalStripe();
    const session = await packSession(stripe);
    const step = await pay(session, { number: "4000008260003178" });
    const back = await submit(`${url}${step.location ?? ""}`, { result: "complete" });
    expect((await visit(`${url}${back.location ?? ""}`)).alert).toBe("Your card has insufficient funds.");
  });
});

describe("the buyer as a customer", () => {
  it("belongs to the session's customer, whose address is fixed and whose name changes only when asked for", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({ email: "known@example.com", name: "Known" });
    const plain = await packSession(stripe, { customer: customer.id });
    expect((await visit(plain.url!)).html).toMatch(
      /readOnly=""[^>]*value="known@example.com"|value="known@example.com"[^>]*readOnly=""/i,
    );
    await pay(plain, { email: "other@example.com" });
    expect(await stripe.checkout.sessions.retrieve(plain.id)).toMatchObject({
      customer: customer.id,
      customer_details: { email: "known@example.com" },
    });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ name: "Known" });
    await pay(await packSession(stripe, { customer: customer.id, customer_update: { name: "auto" } }));
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      name: "Mia Wong",
      email: "known@example.com",
    });
  });

  it("is created on completion when asked for, and not for a declined card", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe, { customer_creation: "always" });
    await pay(session, { number: "4000000000000002" });
    expect((await stripe.customers.list()).data).toEqual([]);
    await pay(session);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["customer", "payment_intent"],
    });
    expect(paid.customer).toMatchObject({ email: "mia@example.com", name: "Mia Wong" });
    expect((paid.payment_intent as Stripe.PaymentIntent).customer).toBe(
      (paid.customer as Stripe.Customer).id,
    );
  });

  it("keeps the card for later when the integration says so", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({ email: "a@b.co" });
    await pay(
      await packSession(stripe, {
        customer: customer.id,
        payment_intent_data: { setup_future_usage: "off_session" },
      }),
    );
    const { data } = await stripe.customers.listPaymentMethods(customer.id);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ type: "card", customer: customer.id, card: { last4: "4242" } });
  });
});

it("has a receipt behind every successful charge", async () => {
  const { stripe } = await startLocalStripe();
  await pay(await packSession(stripe));
  const [charge] = (await stripe.charges.list()).data;
  const receipt = await visit(charge!.receipt_url!);
  expect(receipt.status).toBe(200);
  expect(receipt.html).toContain("$45.00");
  expect(receipt.html).toContain("Visa •••• 4242");
});
