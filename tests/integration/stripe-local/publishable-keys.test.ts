import { describe, expect, it } from "vitest";
import { startLocalStripe } from "./support/start-local-stripe";

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

it.each([
  ["/v3/stripe.js", "3"],
  ["/v3/", "3"],
  ["/v3", "3"],
  ["/endive/stripe.js", '"endive"'],
])(
  "serves Stripe.js at %s, knowing its version and where the rest is (https://docs.stripe.com/sdks/stripejs-versioning)",
  async (path, version) => {
    const { url } = await startLocalStripe();
    const answer = await fetch(`${url}${path}`);
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    const script = await answer.text();
    expect(script).toContain(`{"origin":"${url}","version":${version}}`);
    expect(script).toContain("window.Stripe = Stripe");
  },
);

describe("publishable keys (https://docs.stripe.com/keys)", () => {
  it("reads an intent with its client secret, from any page", async () => {
    const { stripe, url } = await startLocalStripe();
    const intent = await stripe.setupIntents.create({ metadata: { internal: "1" } });
    const query = new URLSearchParams({ key: "pk_test_shop", client_secret: intent.client_secret! });
    const answer = await fetch(`${url}/v1/setup_intents/${intent.id}?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const body = (await answer.json()) as object;
    expect(body).toMatchObject({ id: intent.id, status: "requires_payment_method" });
    expect(body).not.toHaveProperty("metadata");
  });

  it.each([
    ["no secret", {}, 401],
    ["another one", { client_secret: "seti_1_secret_2" }, 400],
  ])("shows nothing to a page with %s", async (_what, secret, status) => {
    const { stripe, url } = await startLocalStripe();
    const intent = await stripe.setupIntents.create({});
    const fields = { key: "pk_test_shop", payment_method: "pm_card_visa", ...secret };
    const answer = await fetch(`${url}/v1/setup_intents/${intent.id}/confirm`, form(fields));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error: { type: "invalid_request_error", param: "client_secret" },
    });
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe("requires_payment_method");
  });

  it("makes no other call, and no call with a live key", async () => {
    const { stripe, url } = await startLocalStripe();
    const answer = await fetch(`${url}/v1/customers`, form({ key: "pk_test_shop", email: "a@b.co" }));
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "secret_key_required" } });
    expect((await stripe.customers.list()).data).toEqual([]);
    const card = { type: "card", "card[token]": "tok_visa" };
    const live = await fetch(`${url}/v1/payment_methods`, form({ key: "pk_live_shop", ...card }));
    expect(live.status).toBe(401);
    const bearer = { authorization: "Bearer pk_test_shop" };
    const made = await fetch(`${url}/v1/payment_methods`, { ...form(card), headers: bearer });
    expect(await made.json()).toMatchObject({ object: "payment_method", card: { last4: "4242" } });
  });

  it("hides the customer in errors that carry the intent", async () => {
    const { stripe, url } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd", customer });
    const answer = await fetch(
      `${url}/v1/payment_intents/${intent.id}/confirm`,
      form({
        key: "pk_test_shop",
        client_secret: intent.client_secret!,
        payment_method: "pm_card_chargeDeclined",
      }),
    );
    expect(answer.status).toBe(402);
    const { error } = (await answer.json()) as { error: { payment_intent: object } };
    expect(error).toMatchObject({ code: "card_declined", payment_intent: { id: intent.id } });
    expect(error.payment_intent).not.toHaveProperty("customer");
  });
});
