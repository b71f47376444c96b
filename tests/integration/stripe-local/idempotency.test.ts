import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const DAY = 24 * 60 * 60;

describe("idempotency keys (https://docs.stripe.com/api/idempotent_requests)", () => {
  it("answers a repeated call with the first answer, and does nothing again", async () => {
    const { stripe } = await startLocalStripe();
    const first = await stripe.customers.create({ email: "a@b.co" }, { idempotencyKey: "one" });
    const again = await stripe.customers.create({ email: "a@b.co" }, { idempotencyKey: "one" });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(again.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
    expect(again.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    expect((await stripe.customers.list()).data).toHaveLength(1);
    expect((await stripe.events.list({ type: "customer.created" })).data).toHaveLength(1);
  });

  it("takes the order of parameters for the same parameters", async () => {
    const { stripe } = await startLocalStripe();
    const first = await stripe.customers.create({ email: "a@b.co", name: "A" }, { idempotencyKey: "one" });
    const again = await stripe.customers.create({ name: "A", email: "a@b.co" }, { idempotencyKey: "one" });
    expect(again.id).toBe(first.id);
  });

  it("refuses the same key with other parameters", async () => {
    const { stripe } = await startLocalStripe();
    await stripe.customers.create({ email: "a@b.co" }, { idempotencyKey: "one" });
    const error = await refusal(stripe.customers.create({ email: "c@d.co" }, { idempotencyKey: "one" }));
    expect(error).toMatchObject({
      type: "StripeIdempotencyError",
      statusCode: 400,
      code: undefined,
      param: undefined,
    });
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  it("refuses the same key on another endpoint", async () => {
    const { stripe } = await startLocalStripe();
    await stripe.customers.create({}, { idempotencyKey: "one" });
    const error = await refusal(stripe.products.create({ name: "x" }, { idempotencyKey: "one" }));
    expect(error).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  it("repeats a declined payment instead of charging again", async () => {
    const { stripe } = await startLocalStripe();
    const params = {
      amount: 500,
      currency: "usd",
      confirm: true,
      payment_method: "pm_card_visa_chargeDeclined",
    };
    const first = await refusal(stripe.paymentIntents.create(params, { idempotencyKey: "pay" }));
    const again = await refusal(stripe.paymentIntents.create(params, { idempotencyKey: "pay" }));
    expect(again.payment_intent?.id).toBe(first.payment_intent?.id);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it("does not keep an answer to parameters that failed validation", async () => {
    const { stripe } = await startLocalStripe();
    await refusal(stripe.products.create({} as never, { idempotencyKey: "one" }));
    const product = await stripe.products.create({ name: "x" }, { idempotencyKey: "one" });
    expect(product.name).toBe("x");
  });

  it("forgets a key after 24 hours, not before", async () => {
    const { stripe, control } = await startLocalStripe();
    const first = await stripe.customers.create({}, { idempotencyKey: "one" });
    await control("POST", `advance?seconds=${DAY - 5}`);
    expect((await stripe.customers.create({}, { idempotencyKey: "one" })).id).toBe(first.id);
    await control("POST", "advance?seconds=10");
    expect((await stripe.customers.create({}, { idempotencyKey: "one" })).id).not.toBe(first.id);
  });
});
