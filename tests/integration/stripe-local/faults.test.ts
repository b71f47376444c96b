import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { createLocalStripe } from "@/dev/stripe/local-stripe";
import { refusal, sdkFor, startLocalStripe } from "./support/start-local-stripe";

describe("API faults on request", () => {
  it.each([
    ["429", { type: "StripeRateLimitError", statusCode: 429 }],
    ["500", { type: "StripeAPIError", statusCode: 500 }],
  ])("answers %s as often as told, doing nothing", async (kind, expected) => {
    const { stripe, control } = await startLocalStripe();
    await control("POST", "faults", { kind, count: 2, route: "POST /v1/customers" });
    expect((await stripe.customers.list()).data).toEqual([]);
    for (let hit = 0; hit < 2; hit++)
      expect(await refusal(stripe.customers.create({}))).toMatchObject(expected);
    await stripe.customers.create({});
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  it.each([
    ["timeout_before", 0],
    ["timeout_after", 1],
  ])("hangs with %s, leaving %i customers behind", async (kind, left) => {
    const { stripe, url, control } = await startLocalStripe();
    await control("POST", "faults", { kind });
    const impatient = sdkFor(url, { timeout: 400 });
    expect(await refusal(impatient.customers.create({}))).toMatchObject({ type: "StripeConnectionError" });
    expect((await stripe.customers.list()).data).toHaveLength(left);
  });

  it("keeps a 500 under its key and repeats it (https://docs.stripe.com/api/idempotent_requests)", async () => {
    const { stripe, control } = await startLocalStripe();
    await control("POST", "faults", { kind: "500_kept" });
    const create = (idempotencyKey: string) => stripe.customers.create({}, { idempotencyKey });
    const broken = { type: "StripeAPIError", statusCode: 500 };
    expect(await refusal(create("a"))).toMatchObject(broken);
    expect(await refusal(create("a"))).toMatchObject({
      ...broken,
      headers: { "idempotent-replayed": "true" },
    });
    expect((await stripe.customers.list()).data).toEqual([]);
    const made = await create("b");
    expect((await stripe.customers.list()).data.map(({ id }) => id)).toEqual([made.id]);
  });

  it.each(["500", "timeout_before", "timeout_after"])(
    "has one effect when the SDK repeats a call after %s",
    async (kind) => {
      const { stripe, url, control } = await startLocalStripe();
      await control("POST", "faults", { kind });
      const stubborn = sdkFor(url, { timeout: 2_000, maxNetworkRetries: 2 });
      const customer = await stubborn.customers.create({ email: "a@b.co" });
      expect((await stripe.customers.list()).data.map(({ id }) => id)).toEqual([customer.id]);
      expect((await stripe.events.list({ type: "customer.created" })).data).toHaveLength(1);
    },
  );
});

describe("controls", () => {
  it("count what happened, list it, and forget it on reset", async () => {
    const { stripe, control } = await startLocalStripe();
    await stripe.customers.create({ email: "a@b.co" });
    await control("POST", "advance?seconds=3600");
    expect(await control("GET", "stats")).toMatchObject({
      clock_offset_seconds: 3600,
      objects: { customer: 1, event: 1 },
      requests: { total: 1, byRoute: { "POST /v1/customers": 1 } },
    });
    expect(await control("GET", "events?type=customer.created")).toMatchObject({
      data: [{ type: "customer.created" }],
    });
    expect(await control("GET", "objects?type=customer")).toMatchObject({ data: [{ email: "a@b.co" }] });
    await control("POST", "reset");
    expect(await control("GET", "stats")).toMatchObject({
      clock_offset_seconds: 0,
      objects: {},
      requests: { total: 0 },
    });
  });

  it.each([
    ["POST", "faults", { kind: "flood" }],
    ["POST", "advance?seconds=-5", undefined],
    ["POST", "deliveries", { drop: "many" }],
    ["GET", "objects?type=unicorn", undefined],
  ])("refuse %s %s %o", async (method, path, body) => {
    const { control } = await startLocalStripe();
    await expect(control(method, path, body)).rejects.toThrow("answered 400");
  });

  it.each([
    ["DELETE", "reset", "POST"],
    ["PUT", "faults", "DELETE, GET, POST"],
    ["POST", "stats", "GET"],
  ])("answer 405 to %s %s and name the methods that there are", async (method, path, allowed) => {
    const { url } = await startLocalStripe();
    const answer = await fetch(`${url}/_emulator/${path}`, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
    expect(await answer.json()).toEqual({ error: `${method} is not one of its methods: ${allowed}` });
  });

  it("show a dashboard", async () => {
    const { stripe, url } = await startLocalStripe();
    await stripe.customers.create({ email: "a@b.co" });
    const page = await fetch(`${url}/_emulator`);
    expect(page.headers.get("content-type")).toContain("text/html");
    const html = await page.text();
    expect(html).toContain("customer.created");
    const script = await fetch(url + (/src="([^"]+)"/.exec(html)?.[1] ?? ""));
    expect(script.headers.get("content-type")).toContain("javascript");
    const imported = /from "\.\/([^"]+)"/.exec(await script.text())?.[1] ?? "";
    expect((await fetch(`${url}/_assets/${imported}`)).status).toBe(200);
    expect((await fetch(`${url}/_assets/..%2fstyles.css`)).status).toBe(404);
  });
});

describe("without a socket", () => {
  it("answers the SDK through fetch", async () => {
    const local = await createLocalStripe({ validate: "all" });
    const fetchLocal = (input: RequestInfo | URL, init?: RequestInit) =>
      local.fetch(new Request(input, init));
    const stripe = new Stripe("sk_test_1", {
      httpClient: Stripe.createFetchHttpClient(fetchLocal),
    });
    const customer = await stripe.customers.create({ email: "a@b.co" });
    expect((await stripe.customers.retrieve(customer.id)).id).toBe(customer.id);
    await local.close();
  });
});
