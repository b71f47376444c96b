import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { signed, stripeEvent } from "@/tests/factories/stripe-event";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();

const deliver = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(shop.webhookUrl, { method: "POST", body, headers, duplex: "half" } as RequestInit);

const eventIn = (id: string) => shop.db.prisma.stripeEvent.findUnique({ where: { id } });

const jobsFor = (stripeCustomerId: string) =>
  shop.db.sql<{ count: bigint }>({
    name: "count-jobs",
    text: "SELECT count(*) AS count FROM graphile_worker.jobs WHERE key = 'stripe-customer:' || $1",
    values: [stripeCustomerId],
  });

describe("a webhook that Stripe signed", () => {
  test("is kept with its job and answered 200, however often it comes", async () => {
    const event = stripeEvent();
    const body = JSON.stringify(event);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => deliver(body, signed(body, { secret: webhookSecret }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await eventIn(event.id)).toMatchObject({
      type: "customer.created",
      status: "pending",
      source: "webhook",
      objectId: "cus_1",
      stripeCustomerId: "cus_1",
      payload: event,
    });
    expect(await jobsFor("cus_1")).toEqual([{ count: 1n }]);
  });

  test("keeps out of the database what it cannot hold, and loses nothing else", async () => {
    const event = stripeEvent({ object: { name: "A\u0000da \u202Eabc 🙂", half: "x\ud800y" } });
    const body = JSON.stringify(event);
    expect((await deliver(body, signed(body, { secret: webhookSecret }))).status).toBe(200);
    expect((await eventIn(event.id))?.payload).toMatchObject({
      data: { object: { name: "Ada \u202Eabc 🙂", half: "x\ufffdy" } },
    });
  });

  test("is accepted under each secret of a rotation", () => {
    const gateway = createStripeGateway({
      secretKey: "sk_test_x",
      webhookSecrets: ["whsec_new", "whsec_old"],
    });
    const body = JSON.stringify(stripeEvent());
    for (const secret of ["whsec_new", "whsec_old"]) {
      expect(gateway.verifyWebhook(body, signed(body, { secret })["stripe-signature"]!)).toMatchObject({
        type: "customer.created",
      });
    }
    const other = signed(body, { secret: "whsec_other" })["stripe-signature"]!;
    expect(() => gateway.verifyWebhook(body, other)).toThrow("payments.webhook_rejected");
  });

  test("handler error answered 200: not while the inbox cannot be written, so that it comes again", async () => {
    const body = JSON.stringify(stripeEvent({ type: "x".repeat(201) }));
    expect((await deliver(body, signed(body, { secret: webhookSecret }))).status).toBe(503);
  });
});

describe("a webhook that Stripe did not sign just now", () => {
  const event = stripeEvent();
  const body = JSON.stringify(event);
  const secret = webhookSecret;

  test.each([
    ["tampered", JSON.stringify({ ...event, livemode: true }), signed(body, { secret })],
    ["signed with another secret", body, signed(body, { secret: "whsec_wrong" })],
    ["signed with an empty secret", body, signed(body, { secret: " " })],
    ["without a signature", body, {}],
    ["with an empty signature", body, { "stripe-signature": "" }],
    ["with a signature of nonsense", body, { "stripe-signature": "t=1,v1=zzz" }],
    ["six minutes old", body, signed(body, { secret, ageSeconds: 360 })],
    ["signed but not JSON", "not json", signed("not json", { secret })],
    ["empty", "", signed("x", { secret })],
  ])("%s is refused and leaves nothing", async (_name, sent, headers) => {
    expect((await deliver(sent, headers)).status).toBe(400);
    expect(await eventIn(event.id)).toBeNull();
  });

  test.each([290, -300])(
    "clock skew of five minutes: one that is %i seconds old by our clock is taken",
    async (ageSeconds) => {
      expect((await deliver(body, signed(body, { secret, ageSeconds }))).status).toBe(200);
    },
  );

  test.each([[[]], [[""]], [["   "]], [["whsec_good", ""]]])(
    "secrets %j are refused at start",
    (webhookSecrets) => {
      expect(() => createStripeGateway({ secretKey: "sk_test_x", webhookSecrets })).toThrow(
        "payments.misconfigured",
      );
    },
  );
});

describe("a body over a megabyte", () => {
  const payload = JSON.stringify(stripeEvent({ object: { filler: "x".repeat(1_000_001) } }));

  test("is refused by its announced length", async () => {
    expect((await deliver(payload, signed(payload, { secret: webhookSecret }))).status).toBe(413);
  });

  test("is refused while it is read when its length is not announced", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64_000));
        if (sent > 10_000) controller.close();
      },
    });
    const answer = await deliver(endless, { "x-request": randomUUID() }).catch(() => null);
    expect(answer?.status ?? 413).toBe(413);
    expect(sent).toBeLessThan(10_000);
  });

  test("is accepted up to there", async () => {
    const event = stripeEvent({ object: { filler: "x".repeat(900_000) } });
    const body = JSON.stringify(event);
    expect((await deliver(body, signed(body, { secret: webhookSecret }))).status).toBe(200);
    expect(await eventIn(event.id)).not.toBeNull();
  });
});
