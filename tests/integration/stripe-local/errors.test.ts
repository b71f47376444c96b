import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, sdkFor, startLocalStripe } from "./support/start-local-stripe";

type Attempt = (stripe: Stripe) => Promise<unknown>;

/** What was typed wrongly on purpose reaches the SDK as it is. */
const wrong = (params: object): never => params as never;

const REFUSALS: [what: string, attempt: Attempt, expected: object][] = [
  [
    "an unknown parameter",
    (stripe) => stripe.customers.create(wrong({ nickname: "x" })),
    {
      statusCode: 400,
      code: "parameter_unknown",
      param: "nickname",
      message: "Received unknown parameter: nickname",
    },
  ],
  [
    "an unknown parameter deep inside",
    (stripe) =>
      stripe.checkout.sessions.create(
        wrong({ mode: "payment", line_items: [{ price: "price_1", amount: 5 }] }),
      ),
    { statusCode: 400, code: "parameter_unknown", param: "line_items[0][amount]" },
  ],
  [
    "a missing parameter",
    (stripe) => stripe.products.create(wrong({})),
    { statusCode: 400, code: "parameter_missing", param: "name", message: "Missing required param: name." },
  ],
  [
    "a missing parameter deep inside",
    (stripe) =>
      stripe.prices.create(wrong({ currency: "usd", unit_amount: 1, product_data: { active: true } })),
    { statusCode: 400, code: "parameter_missing", param: "product_data[name]" },
  ],
  [
    "a word where an integer belongs",
    (stripe) => stripe.prices.create(wrong({ currency: "usd", product: "prod_1", unit_amount: "ten" })),
    {
      statusCode: 400,
      code: "parameter_invalid_integer",
      param: "unit_amount",
      message: "Invalid integer: ten",
    },
  ],
  [
    "a fraction where an integer belongs",
    (stripe) => stripe.prices.create({ currency: "usd", product: "prod_1", unit_amount: 10.5 }),
    { statusCode: 400, code: "parameter_invalid_integer", param: "unit_amount" },
  ],
  [
    "a value outside an enum",
    (stripe) => stripe.checkout.sessions.create(wrong({ mode: "gift" })),
    {
      statusCode: 400,
      param: "mode",
      message: "Invalid mode: must be one of payment, setup, or subscription",
    },
  ],
  [
    "a word where a boolean belongs",
    (stripe) => stripe.products.create(wrong({ name: "x", active: "maybe" })),
    { statusCode: 400, param: "active", message: "Invalid boolean: maybe" },
  ],
  [
    "an empty value that cannot be unset",
    (stripe) => stripe.prices.list(wrong({ active: "" })),
    { statusCode: 400, code: "parameter_invalid_empty", param: "active" },
  ],
  [
    "a hash where a list belongs",
    (stripe) => stripe.checkout.sessions.create(wrong({ mode: "payment", line_items: { price: "price_1" } })),
    { statusCode: 400, param: "line_items", message: "Invalid array" },
  ],
  [
    "an object that does not exist",
    (stripe) => stripe.customers.retrieve("cus_nobody"),
    { statusCode: 404, code: "resource_missing", param: "id", message: "No such customer: 'cus_nobody'" },
  ],
  [
    "an id of another type",
    (stripe) => stripe.customers.retrieve("prod_1"),
    { statusCode: 404, code: "resource_missing", message: "No such customer: 'prod_1'" },
  ],
  [
    "an id in a parameter that does not exist",
    (stripe) => stripe.prices.create({ currency: "usd", unit_amount: 100, product: "prod_none" }),
    { statusCode: 400, code: "resource_missing", param: "product", message: "No such product: 'prod_none'" },
  ],
  [
    "an amount below the minimum of its currency",
    (stripe) => stripe.paymentIntents.create({ amount: 49, currency: "usd" }),
    { statusCode: 400, code: "amount_too_small", param: "amount" },
  ],
  [
    "a currency that is none",
    (stripe) => stripe.paymentIntents.create({ amount: 500, currency: "zzz" }),
    {
      statusCode: 400,
      param: "currency",
      message: expect.stringContaining("Invalid currency: zzz") as string,
    },
  ],
  [
    "an e-mail address that is none",
    (stripe) => stripe.customers.create({ email: "nobody" }),
    { statusCode: 400, code: "email_invalid", param: "email", message: "Invalid email address: nobody" },
  ],
];

describe("refused requests (https://docs.stripe.com/api/errors, https://docs.stripe.com/error-codes)", () => {
  it.each(REFUSALS)("refuses %s", async (_what, attempt, expected) => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(attempt(stripe));
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", ...expected });
    expect(error.requestId).toMatch(/^req_/);
  });

  it("changes nothing when it refuses", async () => {
    const { stripe, control } = await startLocalStripe();
    await refusal(
      stripe.prices.create({ currency: "usd", unit_amount: -5, product_data: { name: "half made" } }),
    );
    expect(await control("GET", "stats")).toMatchObject({ objects: {} });
  });
});

describe("keys (https://docs.stripe.com/api/authentication)", () => {
  it.each(["sk_live_4eC39HqLyjWDarjtT1zdp7dc", "pk_test_123", "nonsense"])(
    "refuses %s with 401",
    async (key) => {
      const { url } = await startLocalStripe();
      const { port } = new URL(url);
      const stripe = new Stripe(key, { host: "127.0.0.1", port, protocol: "http" });
      const error = await refusal(stripe.customers.list());
      expect(error).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
      expect(error.message).not.toContain("4eC39HqLyjWDarjtT1z");
    },
  );

  it("refuses a call without a key, and takes one as basic authentication", async () => {
    const { url } = await startLocalStripe();
    const bare = await fetch(`${url}/v1/customers`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ error: { type: "invalid_request_error" } });
    const basic = { authorization: `Basic ${Buffer.from("sk_test_x:").toString("base64")}` };
    expect((await fetch(`${url}/v1/customers`, { headers: basic })).status).toBe(200);
  });
});

describe("what the stand-in does not do", () => {
  it.each<[string, Attempt, string]>([
    ["a route", (stripe) => stripe.quotes.list(), "GET /v1/quotes"],
    [
      "a mode",
      (stripe) => stripe.checkout.sessions.create({ mode: "payment", ui_mode: "embedded_page" }),
      "embedded_page",
    ],
    [
      "a parameter",
      (stripe) =>
        stripe.checkout.sessions.create({ mode: "payment", phone_number_collection: { enabled: true } }),
      "phone_number_collection",
    ],
    ["an expansion", (stripe) => expandSubscriptions(stripe), "customer.subscriptions"],
  ])("answers 501 naming %s", async (_what, attempt, name) => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(attempt(stripe));
    expect(error.statusCode).toBe(501);
    expect(error.message).toContain(name);
  });

  it("answers 404 in Stripe's format for a route that Stripe does not have", async () => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(stripe.rawRequest("GET", "/v1/unicorns"));
    expect(error).toMatchObject({
      statusCode: 404,
      message: expect.stringContaining("Unrecognized request URL") as string,
    });
  });

  it("lets a parameter pass that asks for nothing", async () => {
    const { stripe } = await startLocalStripe();
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "https://shop.test",
      allow_promotion_codes: false,
      line_items: [
        { quantity: 1, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "x" } } },
      ],
    });
    expect(session.status).toBe("open");
  });
});

describe("another API version", () => {
  it("forgives parameters it does not know, and names the version it was asked for", async () => {
    const { url } = await startLocalStripe();
    const stripe = sdkFor(url, { apiVersion: "2024-06-20" as never });
    const customer = await stripe.customers.create(wrong({ email: "a@b.co", nickname: "from another time" }));
    expect(customer.email).toBe("a@b.co");
    expect(customer.lastResponse.headers["stripe-version"]).toBe("2024-06-20");
  });
});

async function expandSubscriptions(stripe: Stripe): Promise<unknown> {
  const { id } = await stripe.customers.create({});
  return stripe.customers.retrieve(id, { expand: ["subscriptions"] });
}
