import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { CANCEL_URL, packSession, pay, visit } from "./support/hosted-checkout";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const HOUR = 60 * 60;

describe("a session (https://docs.stripe.com/api/checkout/sessions)", () => {
  it("starts open, unpaid, with a page of its own and no payment intent", async () => {
    const { stripe, url } = await startLocalStripe();
    const session = await packSession(stripe, { client_reference_id: "user_1", metadata: { pack: "500" } });
    expect(session).toMatchObject({
      status: "open",
      payment_status: "unpaid",
      mode: "payment",
      payment_intent: null,
      amount_subtotal: 4500,
      amount_total: 4500,
      currency: "usd",
      client_reference_id: "user_1",
      metadata: { pack: "500" },
      customer_creation: "if_required",
      ui_mode: "hosted_page",
    });
    expect(session.id).toMatch(/^cs_test_\w{58}$/);
    expect(session.url).toBe(`${url}/c/pay/${session.id}`);
    expect(session.expires_at - session.created).toBe(24 * HOUR);
    expect(session.line_items).toBeUndefined();
  });

  it("lists its items in the order they were given, and expands them", async () => {
    const { stripe } = await startLocalStripe();
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 1000,
      product_data: { name: "Small" },
    });
    const item = { currency: "usd", unit_amount: 250, product_data: { name: "Large" } };
    const session = await packSession(stripe, {
      line_items: [
        { price: price.id, quantity: 2 },
        { price_data: item, quantity: 3 },
      ],
    });
    expect(session.amount_total).toBe(2750);
    const { data } = await stripe.checkout.sessions.listLineItems(session.id);
    expect(
      data.map(({ description, quantity, amount_total }) => [description, quantity, amount_total]),
    ).toEqual([
      ["Small", 2, 2000],
      ["Large", 3, 750],
    ]);
    const expanded = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["line_items.data.price.product"],
    });
    expect((expanded.line_items!.data[0]!.price!.product as Stripe.Product).name).toBe("Small");
  });

  it("shows prices in the currency's own units", async () => {
    const { stripe } = await startLocalStripe();
    const item = { currency: "jpy", unit_amount: 4500, product_data: { name: "クレジット" } };
    const session = await packSession(stripe, { line_items: [{ price_data: item, quantity: 1 }] });
    expect((await visit(session.url!)).html).toContain("Pay ¥4,500");
  });

  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, object]>([
    ["no address to return to", { success_url: "" }, { code: "parameter_missing", param: "success_url" }],
    ["an address that is none", { success_url: "thanks" }, { code: "url_invalid", param: "success_url" }],
    ["no items", { line_items: [] }, { code: "parameter_missing", param: "line_items" }],
    [
      "an unknown price",
      { line_items: [{ price: "price_none", quantity: 1 }] },
      { code: "resource_missing", param: "line_items[0][price]" },
    ],
    [
      "a customer and an e-mail address",
      { customer: "cus_none", customer_email: "a@b.co" },
      { code: "resource_missing" },
    ],
    ["an unknown customer", { customer: "cus_none" }, { code: "resource_missing", param: "customer" }],
    ["an expiry in less than 30 minutes", { expires_at: 1 }, { param: "expires_at" }],
    ["an expiry in more than 24 hours", { expires_at: 9_999_999_999 }, { param: "expires_at" }],
  ])("refuses %s", async (_what, params, expected) => {
    const { stripe } = await startLocalStripe();
    expect(await refusal(packSession(stripe, params))).toMatchObject({ statusCode: 400, ...expected });
  });

  it.each([
    ["an archived price", { active: false }, "inactive"],
    ["a recurring price", { recurring: { interval: "month" as const } }, "recurring price"],
    ["a total below the minimum", { unit_amount: 20 }, "must add up to at least"],
  ])("refuses %s", async (_what, params, message) => {
    const { stripe } = await startLocalStripe();
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 900,
      product_data: { name: "x" },
      ...params,
    });
    const error = await refusal(packSession(stripe, { line_items: [{ price: price.id, quantity: 1 }] }));
    expect(error.message).toContain(message);
  });
});

describe("a session that is over", () => {
  it("shows a page that says so, and takes no second payment", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    await pay(session);
    expect((await visit(session.url!)).html).toContain("already complete");
    expect((await pay(session)).html).toContain("already complete");
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it("expires after 24 hours, cancels its intent and tells of it at that second", async () => {
    const { stripe, control } = await startLocalStripe();
    const session = await packSession(stripe);
    await pay(session, { number: "4000000000000002" });
    await control("POST", `advance?seconds=${24 * HOUR - 10}`);
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
    await control("POST", `advance?seconds=${10 * HOUR}`);
    const expired = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(expired).toMatchObject({ status: "expired", url: null, payment_intent: { status: "canceled" } });
    const [event] = (await stripe.events.list({ type: "checkout.session.expired" })).data;
    expect(event!.created).toBe(session.expires_at);
    const page = await visit(session.url!);
    expect(page).toMatchObject({ status: 410 });
    expect(page.html).toContain("You were not charged");
    expect(page.html).toContain(CANCEL_URL);
  });

  it("expires on request, once (https://docs.stripe.com/api/checkout/sessions/expire)", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    expect((await stripe.checkout.sessions.expire(session.id)).status).toBe("expired");
    const again = await refusal(stripe.checkout.sessions.expire(session.id));
    expect(again.message).toContain("status of `expired`");
    expect((await pay(session)).status).toBe(410);
  });

  it("is not paid behind its back", async () => {
    const { stripe } = await startLocalStripe();
    const session = await packSession(stripe);
    await pay(session, { number: "4000000000000002" });
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    const id = intent as string;
    expect(
      (await refusal(stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" }))).statusCode,
    ).toBe(400);
    expect((await refusal(stripe.paymentIntents.cancel(id))).statusCode).toBe(400);
  });
});
