import { request } from "node:http";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { createLocalStripe } from "@/dev/stripe/local-stripe";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const KEY = { authorization: "Bearer sk_test_local" };
const LONG = "x".repeat(5001);

/** As it is: fetch would repair the path. */
function getRaw(url: string, path: string): Promise<{ status: number; body: unknown }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, headers: KEY }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) }));
    });
    call.on("error", reject).end();
  });
}

describe("requests that cannot be read (https://docs.stripe.com/api/errors)", () => {
  it("refuses a body that is too large in Stripe's format", async () => {
    const { stripe, url } = await startLocalStripe();
    const body = `description=${"x".repeat(3_000_000)}`;
    const answer = await fetch(`${url}/v1/customers`, { method: "POST", headers: KEY, body });
    expect(answer.status).toBe(413);
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error" } });
    const call = stripe.customers.create({ description: "x".repeat(1_100_000) });
    expect(await refusal(call)).toMatchObject({ rawType: "invalid_request_error", statusCode: 413 });
  });

  it("refuses it without a socket, too", async () => {
    const local = await createLocalStripe();
    const body = "x".repeat(1_100_000);
    const call = new Request("http://local/v1/customers", { method: "POST", headers: KEY, body });
    expect((await local.fetch(call)).status).toBe(413);
    await local.close();
  });

  it.each(["/v1/customers/%E0%A4%A", "/v1/customers/%zz/sources/card_1", "//"])(
    "refuses the path %s",
    async (path) => {
      const { url } = await startLocalStripe();
      const { status, body } = await getRaw(url, path);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { type: "invalid_request_error" } });
    },
  );
});

describe("texts", () => {
  type Attempt = (stripe: Stripe) => Promise<unknown>;
  const updated =
    (params: Stripe.ProductUpdateParams): Attempt =>
    async (stripe) => {
      const { id } = await stripe.products.create({ name: "Pack" });
      return stripe.products.update(id, params);
    };

  it.each<[string, string, Attempt]>([
    ["a product", "name", (stripe) => stripe.products.create({ name: "" })],
    ["a change of a product", "name", updated({ name: "" })],
    [
      "the product of a price",
      "product_data[name]",
      (stripe) => stripe.prices.create({ currency: "usd", unit_amount: 100, product_data: { name: "" } }),
    ],
  ])("refuses %s with an empty name (https://docs.stripe.com/error-codes)", async (_what, param, attempt) => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(attempt(stripe));
    expect(error).toMatchObject({ statusCode: 400, code: "parameter_invalid_empty", param });
  });

  it.each<[string, string, Attempt]>([
    ["a product", "name", (stripe) => stripe.products.create({ name: LONG })],
    ["a product", "description", (stripe) => stripe.products.create({ name: "x", description: LONG })],
    ["a change of a product", "description", updated({ description: LONG })],
    ["a customer", "name", (stripe) => stripe.customers.create({ name: LONG })],
    ["a customer", "description", (stripe) => stripe.customers.create({ description: LONG })],
    [
      "a change of a customer",
      "description",
      async (stripe) => stripe.customers.update((await stripe.customers.create()).id, { description: LONG }),
    ],
  ])("refuses %s with a %s of more than 5000 characters [from knowledge]", async (_what, param, attempt) => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(attempt(stripe));
    expect(error).toMatchObject({ statusCode: 400, param });
    expect(error.message).toContain("5000 characters");
    expect(error.message.length).toBeLessThan(200);
  });

  it("takes 5000 characters [from knowledge]", async () => {
    const { stripe } = await startLocalStripe();
    const description = LONG.slice(1);
    expect((await stripe.customers.create({ description })).description).toBe(description);
    expect((await stripe.products.create({ name: "x", description })).description).toBe(description);
  });
});

describe("addresses that buyers are sent to", () => {
  type Attempt = (stripe: Stripe, url: string) => Promise<unknown>;
  const line_items = [
    { quantity: 1, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "Pack" } } },
  ];
  const PLACES: [param: string, attempt: Attempt][] = [
    [
      "success_url",
      (stripe, success_url) => stripe.checkout.sessions.create({ mode: "payment", line_items, success_url }),
    ],
    [
      "cancel_url",
      (stripe, cancel_url) =>
        stripe.checkout.sessions.create({
          mode: "payment",
          line_items,
          success_url: "https://shop.test",
          cancel_url,
        }),
    ],
    [
      "return_url",
      async (stripe, return_url) => {
        const { id: customer } = await stripe.customers.create();
        return stripe.billingPortal.sessions.create({ customer, return_url });
      },
    ],
  ];

  it.each(PLACES)(
    "%s begins with http or https (https://docs.stripe.com/error-codes#url-invalid)",
    async (param, attempt) => {
      const { stripe } = await startLocalStripe();
      for (const url of ["javascript:alert(1)", "data:text/html,x", "shop.test/back", "ftp://shop.test"]) {
        const error = await refusal(attempt(stripe, url));
        expect(error).toMatchObject({ statusCode: 400, code: "url_invalid", param });
      }
      await attempt(stripe, "http://localhost:3000/back?id={CHECKOUT_SESSION_ID}");
    },
  );
});
