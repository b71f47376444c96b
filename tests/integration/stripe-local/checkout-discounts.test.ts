import { describe, expect, it } from "vitest";
import { packSession, pay, submit, visit } from "./support/hosted-checkout";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

/** A shop with the code SAVE20, which takes 20% off. */
async function startShop(): Promise<Running & { coupon: string; code: string }> {
  const running = await startLocalStripe();
  const coupon = await running.stripe.coupons.create({ percent_off: 20 });
  const code = await running.stripe.promotionCodes.create({
    code: "SAVE20",
    promotion: { type: "coupon", coupon: coupon.id },
  });
  return { ...running, coupon: coupon.id, code: code.id };
}

describe("discounts at checkout (https://docs.stripe.com/payments/checkout/discounts)", () => {
  it("takes a coupon off the session, which is redeemed when it completes (https://docs.stripe.com/payments/checkout/discounts)", async () => {
    const { stripe, coupon } = await startShop();
    const session = await packSession(stripe, { discounts: [{ coupon }] });
    expect(session).toMatchObject({
      amount_subtotal: 4500,
      amount_total: 3600,
      total_details: { amount_discount: 900 },
      discounts: [{ coupon, promotion_code: null }],
    });
    expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(0);
    await pay(session);
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(done).toMatchObject({ payment_status: "paid", payment_intent: { amount_received: 3600 } });
    expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(1);
  });

  it("takes a code that the buyer types, in any case, and lets go of it again (https://docs.stripe.com/payments/checkout/discounts#promotion-codes)", async () => {
    const { stripe, code } = await startShop();
    const session = await packSession(stripe, { allow_promotion_codes: true });
    const url = session.url ?? "";
    expect((await visit(url)).html).toContain("Promotion code");
    const applied = await submit(`${url}/promotion`, { promotion_code: "save20" });
    expect(applied).toMatchObject({ status: 303, location: new URL(url).pathname });
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_total: 3600,
      discounts: [{ promotion_code: code }],
    });
    expect((await visit(url)).html).toContain("Pay $36.00");
    await submit(`${url}/promotion`, { remove: "true" });
    expect((await stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(4500);
    await submit(`${url}/promotion`, { promotion_code: "SAVE20" });
    await pay(session);
    expect((await stripe.promotionCodes.retrieve(code)).times_redeemed).toBe(1);
  });

  it("says why a code is refused, and keeps the price (https://docs.stripe.com/payments/checkout/discounts#promotion-codes)", async () => {
    const { stripe, coupon } = await startShop();
    await stripe.promotionCodes.create({
      code: "BIG",
      promotion: { type: "coupon", coupon },
      restrictions: { minimum_amount: 10_000, minimum_amount_currency: "usd" },
    });
    const session = await packSession(stripe, { allow_promotion_codes: true });
    for (const [typed, reason] of [
      ["NOPE", "This code is invalid."],
      ["BIG", "minimum amount"],
    ] as const) {
      const refused = await submit(`${session.url ?? ""}/promotion`, { promotion_code: typed });
      const page = await visit(new URL(refused.location ?? "", session.url ?? "").href);
      expect(page.html).toContain(reason);
      expect(page.html).toContain(`value="${typed}"`);
    }
    expect((await stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(4500);
  });

  it("asks less of a card after a failed attempt and a code (https://docs.stripe.com/payments/checkout/discounts)", async () => {
    const { stripe } = await startShop();
    const session = await packSession(stripe, { allow_promotion_codes: true });
    await pay(session, { number: "4000000000000002" });
    await submit(`${session.url ?? ""}/promotion`, { promotion_code: "SAVE20" });
    await pay(session);
    const [charge] = (await stripe.charges.list()).data;
    expect(charge).toMatchObject({ status: "succeeded", amount: 3600 });
  });

  it("needs no card when a coupon covers everything (https://docs.stripe.com/payments/checkout/no-cost-orders)", async () => {
    const { stripe } = await startShop();
    const all = await stripe.coupons.create({ percent_off: 100 });
    const session = await packSession(stripe, { discounts: [{ coupon: all.id }] });
    expect((await visit(session.url ?? "")).html).not.toContain("Card number");
    await pay(session);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
    });
  });

  it("has no field for codes unless asked to (https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-allow_promotion_codes)", async () => {
    const { stripe } = await startShop();
    const session = await packSession(stripe);
    expect((await visit(session.url ?? "")).html).not.toContain("Promotion code");
    await submit(`${session.url ?? ""}/promotion`, { promotion_code: "SAVE20" });
    expect((await stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(4500);
  });

  it("refuses discounts together with codes, and more than one (https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-discounts)", async () => {
    const { stripe, coupon } = await startShop();
    const both = packSession(stripe, { allow_promotion_codes: true, discounts: [{ coupon }] });
    expect((await refusal(both)).code).toBe("parameters_exclusive");
    const two = packSession(stripe, { discounts: [{ coupon }, { coupon }] });
    expect((await refusal(two)).param).toBe("discounts");
    expect((await stripe.checkout.sessions.list()).data).toEqual([]);
  });

  it("goes with the subscription that a session sells (https://docs.stripe.com/payments/checkout/discounts)", async () => {
    const { stripe, coupon } = await startShop();
    const session = await packSession(stripe, {
      mode: "subscription",
      discounts: [{ coupon }],
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: "usd",
            unit_amount: 4500,
            recurring: { interval: "month" },
            product_data: { name: "Pro" },
          },
        },
      ],
    });
    expect(session.amount_total).toBe(3600);
    await pay(session);
    const { data } = await stripe.invoices.list({ status: "paid" });
    expect(data).toMatchObject([{ amount_paid: 3600, total_discount_amounts: [{ amount: 900 }] }]);
    expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(1);
  });
});
