import Stripe from "stripe";
import { describe, expect, it, vi } from "vitest";
import { packSession, pay } from "./support/hosted-checkout";
import { startLocalStripe, type Running } from "./support/start-local-stripe";
import { startWebhookReceiver } from "./support/start-webhook-receiver";

interface Delivery {
  eventType: string;
  status: string;
  attempts: number;
  tries: { status: number | null; error: string | null }[];
}

const deliveries = async ({ control }: Running): Promise<Delivery[]> =>
  (await control<{ data: Delivery[] }>("GET", "deliveries")).data;
const flush = async ({ control }: Running): Promise<boolean> =>
  (await control<{ settled: boolean }>("POST", "flush?hurry=true&timeout_ms=20000")).settled;

describe("delivery (https://docs.stripe.com/webhooks)", () => {
  it("sends the whole event with a signature that the SDK accepts", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook });
    const customer = await local.stripe.customers.create({ email: "a@b.co" });
    expect(await flush(local)).toBe(true);
    const [event] = receiver.events();
    expect(event).toMatchObject({
      type: "customer.created",
      api_version: "2026-10-28.endive",
      pending_webhooks: 1,
    });
    expect((event!.data.object as Stripe.Customer).id).toBe(customer.id);
    expect((await local.stripe.events.retrieve(event!.id)).pending_webhooks).toBe(0);
  });

  it("signs so that another secret, a changed body and a late arrival are refused", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook });
    await local.stripe.customers.create({});
    await flush(local);
    const [{ body, signature }] = receiver.arrivals as [{ body: string; signature: string }];
    const verify = (text: string, secret: string, receivedAt?: number) =>
      Stripe.webhooks.constructEvent(text, signature, secret, 300, undefined, receivedAt);
    expect(verify(body, receiver.webhook.secret).type).toBe("customer.created");
    expect(() => verify(body, "whsec_other")).toThrow("signature");
    const changed = body.replace("customer.created", "customer.deleted");
    expect(() => verify(changed, receiver.webhook.secret)).toThrow("signature");
    const late = Date.now() + 302_000;
    expect(() => verify(body, receiver.webhook.secret, late)).toThrow("tolerance");
  });

  it("serves several endpoints, each with what it asked for and a secret of its own", async () => {
    const [all, some] = [await startWebhookReceiver(), await startWebhookReceiver()];
    const local = await startLocalStripe({ webhook: all.webhook });
    const endpoint = await local.stripe.webhookEndpoints.create({
      url: some.url,
      enabled_events: ["product.created"],
    });
    expect((await local.stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    await local.stripe.customers.create({});
    await local.stripe.products.create({ name: "x" });
    await flush(local);
    expect(all.types().sort()).toEqual(["customer.created", "product.created"]);
    expect(some.arrivals).toHaveLength(1);
    const [{ body, signature }] = some.arrivals as [{ body: string; signature: string }];
    expect(Stripe.webhooks.constructEvent(body, signature, endpoint.secret ?? "").type).toBe(
      "product.created",
    );
  });

  it("sends nothing to an endpoint that is switched off or deleted", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe();
    const make = () => local.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["*"] });
    const [off, gone] = [await make(), await make()];
    await local.stripe.webhookEndpoints.update(off.id, { disabled: true });
    await local.stripe.webhookEndpoints.del(gone.id);
    await local.stripe.customers.create({});
    await flush(local);
    expect(receiver.arrivals).toEqual([]);
    expect((await local.stripe.webhookEndpoints.list()).data.map(({ status }) => status)).toEqual([
      "disabled",
    ]);
  });
});

describe("retries", () => {
  it.each<[string, Parameters<typeof startWebhookReceiver>[0], string]>([
    ["answers 500", (call, response) => response.writeHead(call < 3 ? 500 : 200).end(), "answered 500"],
    [
      "redirects",
      (call, response) => response.writeHead(call < 3 ? 302 : 200, { location: "/" }).end(),
      "answered 302",
    ],
    [
      "closes the socket",
      (call, response) => (call < 3 ? response.destroy() : response.end()),
      "other side closed",
    ],
    ["hangs", (call, response) => (call < 3 ? undefined : response.end()), "No answer within 700 ms"],
  ])("tries again while the endpoint %s", async (_what, respond, error) => {
    const receiver = await startWebhookReceiver(respond);
    const local = await startLocalStripe({ webhook: receiver.webhook, webhookTimeoutMs: 700 });
    await local.stripe.customers.create({});
    expect(await flush(local)).toBe(true);
    const [delivery] = await deliveries(local);
    expect(delivery).toMatchObject({ status: "succeeded", attempts: 3 });
    expect(delivery!.tries.map((attempt) => attempt.error)).toEqual([
      expect.stringContaining(error),
      expect.stringContaining(error),
      null,
    ]);
    expect(new Set(receiver.events().map(({ id }) => id)).size).toBe(1);
  });

  it("gives up after its last attempt, and the event still counts as pending", async () => {
    const receiver = await startWebhookReceiver((_call, response) => response.writeHead(500).end());
    const local = await startLocalStripe({
      webhook: receiver.webhook,
      retries: { firstDelayMs: 5, factor: 1, longestDelayMs: 5, attempts: 3 },
    });
    await local.stripe.customers.create({});
    expect(await flush(local)).toBe(true);
    expect((await deliveries(local))[0]).toMatchObject({ status: "failed", attempts: 3 });
    expect((await local.stripe.events.list()).data[0]!.pending_webhooks).toBe(1);
  });

  it("does not let an endpoint that hangs hold up another one", async () => {
    const [hanging, prompt] = [await startWebhookReceiver(() => undefined), await startWebhookReceiver()];
    const local = await startLocalStripe({ webhook: prompt.webhook, webhookTimeoutMs: 60_000 });
    await local.stripe.webhookEndpoints.create({ url: hanging.url, enabled_events: ["*"] });
    for (let made = 0; made < 20; made++) await local.stripe.customers.create({});
    await vi.waitFor(() => expect(prompt.arrivals.length).toBe(20), 15_000);
    expect(hanging.arrivals.length).toBe(8);
  });
});

describe("faults on request", () => {
  it("sends twice, drops, fails and delays what it was told to", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook });
    await local.control("POST", "deliveries", { duplicate: 1, types: ["product.created"] });
    await local.control("POST", "deliveries", { drop: 1, types: ["customer.created"] });
    await local.control("POST", "deliveries", { failNext: 2, types: ["price.created"] });
    await local.stripe.customers.create({});
    await local.stripe.prices.create({ currency: "usd", unit_amount: 500, product_data: { name: "x" } });
    expect(await flush(local)).toBe(true);
    expect(receiver.types().sort()).toEqual(["price.created", "product.created", "product.created"]);
    const states = Object.fromEntries(
      (await deliveries(local)).map(({ eventType, status, attempts }) => [eventType, [status, attempts]]),
    );
    expect(states).toEqual({
      "price.created": ["succeeded", 3],
      "product.created": ["succeeded", 1],
      "customer.created": ["dropped", 0],
    });
    await local.stripe.customers.create({});
    await flush(local);
    expect(receiver.types()).toContain("customer.created");
  });

  it("delivers a batch in reverse", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook });
    await local.control("POST", "deliveries", { reorder: 7 });
    await pay(await packSession(local.stripe));
    const newestFirst = (await local.stripe.events.list()).data.map(({ type }) => type);
    await vi.waitFor(() => expect(receiver.types()).toHaveLength(7), 15_000);
    expect(receiver.types()).toEqual(newestFirst);
  });

  it("delays by the time given", async () => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook });
    await local.control("POST", "deliveries", { delay: 60_000, delayNext: 1 });
    await local.stripe.customers.create({});
    await local.stripe.products.create({ name: "x" });
    await vi.waitFor(() => expect(receiver.types()).toEqual(["product.created"]), 15_000);
    expect((await deliveries(local)).map(({ status }) => status)).toEqual(["succeeded", "pending"]);
  });
});

describe("the buyer's way back (https://docs.stripe.com/checkout/fulfillment)", () => {
  it("waits until the shop has heard of the completed session", async () => {
    const receiver = await startWebhookReceiver(
      (_call, response) => void setTimeout(() => response.end(), 150),
    );
    const local = await startLocalStripe({ webhook: receiver.webhook });
    const session = await packSession(local.stripe);
    await pay(session);
    expect(receiver.types()).toContain("checkout.session.completed");
    const completed = (await deliveries(local)).find(
      ({ eventType }) => eventType === "checkout.session.completed",
    );
    expect(completed!.status).toBe("succeeded");
  });

  it.each([
    ["does not wait for a webhook that was delayed on purpose", { delay: 60_000 }],
    ["does not wait for one that was dropped", { drop: 10 }],
  ])("%s", async (_what, fault) => {
    const receiver = await startWebhookReceiver();
    const local = await startLocalStripe({ webhook: receiver.webhook, redirectWaitMs: 60_000 });
    await local.control("POST", "deliveries", { ...fault, types: ["checkout.session.completed"] });
    expect((await pay(await packSession(local.stripe))).status).toBe(303);
    expect(receiver.types()).not.toContain("checkout.session.completed");
  });
});
