import { beforeEach, describe, expect, test, vi } from "vitest";
import { startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import { processStripeEvent, requeueStuckEvents } from "@/lib/stripe-events";
import { signed, stripeEvent } from "@/tests/factories/stripe-event";
import { day, subscribe } from "@/tests/integration/subscriptions/subscribe";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop, webhookSecret, type Shop } from "@/tests/setup/shop";

const shop = await openShop();

beforeEach(() => shop.stripe.heal());

type Buyer = Awaited<ReturnType<Shop["createBuyer"]>>;
const balanceOf = async ({ user }: Buyer) => (await getBalance(shop.ctx, user.id)).totalMilli;
const eventIn = (id: string) => shop.db.prisma.stripeEvent.findUniqueOrThrow({ where: { id } });

async function deliver(event: ReturnType<typeof stripeEvent>): Promise<string> {
  const body = JSON.stringify(event);
  await fetch(shop.webhookUrl, { method: "POST", body, headers: signed(body, { secret: webhookSecret }) });
  return event.id;
}

/** A paid purchase whose `checkout.session.completed` is in the inbox, not yet processed. */
async function purchaseInInbox() {
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, { lookupKey: "pack_500" });
  await payOnHostedPage(url, cards.ok);
  await shop.stripe.flush();
  const { stripeSessionId } = await shop.db.prisma.checkout.findFirstOrThrow({
    where: { userId: buyer.user.id },
  });
  const event = await shop.db.prisma.stripeEvent.findFirstOrThrow({
    where: { objectId: stripeSessionId, type: "checkout.session.completed" },
  });
  return { buyer, eventId: event.id, sessionId: stripeSessionId! };
}

describe("what is not ours", () => {
  test.each(["plan.telepathy_enabled", "charge.succeeded", "customer.created"])(
    "%s is kept and ignored by name",
    async (type) => {
      const id = await deliver(stripeEvent({ type }));
      await processStripeEvent(shop.ctx, id);
      expect(await eventIn(id)).toMatchObject({ status: "ignored", note: "no handler", type, attempts: 1 });
    },
  );

  test("unknown customer: money of theirs is kept, dead at once with the reason, and calls for a person", async () => {
    const id = await deliver(stripeEvent({ type: "invoice.paid" }));
    await processStripeEvent(shop.ctx, id);
    expect(await eventIn(id)).toMatchObject({
      status: "dead",
      error: expect.stringContaining("customers.unknown") as string,
    });
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", message: "a Stripe event could not be applied" }),
    );
  });

  test("a session and a payment that somebody else made are ignored", async () => {
    const { sessionId } = await purchaseInInbox();
    const { paymentIntentId } = await shop.ctx.payments.getCheckout(sessionId);
    await shop.db.prisma.payment.deleteMany({});
    const { payments } = shop.ctx;
    const foreign = {
      ...shop.ctx,
      payments: {
        ...payments,
        getCheckout: async (id: string) => ({ ...(await payments.getCheckout(id)), checkoutId: null }),
        getPayment: async (id: string) => ({ ...(await payments.getPayment(id)), checkoutId: null }),
      },
    };
    const session = await deliver(
      stripeEvent({ type: "checkout.session.completed", object: { id: sessionId } }),
    );
    await processStripeEvent(foreign, session);
    expect(await eventIn(session)).toMatchObject({ status: "ignored", note: "not our checkout" });
    const payment = await deliver(
      stripeEvent({ type: "payment_intent.succeeded", object: { id: paymentIntentId } }),
    );
    await processStripeEvent(foreign, payment);
    expect(await eventIn(payment)).toMatchObject({ status: "ignored", note: "not our payment" });
  });

  test.each(["checkout.session.completed", "payment_intent.succeeded"])(
    "%s that names nothing is ignored",
    async (type) => {
      const id = await deliver(stripeEvent({ type, object: { id: null } }));
      await processStripeEvent(shop.ctx, id);
      expect((await eventIn(id)).status).toBe("ignored");
    },
  );

  test("an unknown event id is nothing to do", async () => {
    await expect(processStripeEvent(shop.ctx, "evt_unknown")).resolves.toBeUndefined();
  });
});

describe("an event that cannot be applied", () => {
  test("keeps its error, is thrown back to the queue, and is applied by a later try", async () => {
    const { buyer, eventId } = await purchaseInInbox();
    await shop.stripe.breakApi({ kind: "500", count: 3 });
    await expect(processStripeEvent(shop.ctx, eventId)).rejects.toMatchObject({
      code: "payments.unavailable",
    });
    const failed = await eventIn(eventId);
    expect(failed).toMatchObject({ status: "failed", attempts: 1, processedAt: null });
    expect(failed.error).toContain("payments.unavailable");
    expect(await balanceOf(buyer)).toBe(0n);

    await processStripeEvent(shop.ctx, eventId);
    expect(await eventIn(eventId)).toMatchObject({ status: "processed", attempts: 2, error: null });
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("leaves no trace of a half done transaction", async () => {
    const { buyer, eventId } = await purchaseInInbox();
    await shop.db.sql({
      name: "break-inbox",
      text: `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.status = 'processed' THEN RAISE EXCEPTION 'no space left'; END IF; RETURN NEW; END $$`,
      values: [],
    });
    const trigger =
      "CREATE TRIGGER refuse BEFORE UPDATE ON stripe_events FOR EACH ROW EXECUTE FUNCTION refuse()";
    await shop.db.sql({ name: "break-inbox-trigger", text: trigger, values: [] });
    await expect(processStripeEvent(shop.ctx, eventId)).rejects.toThrow("no space left");
    expect(await balanceOf(buyer)).toBe(0n);
    expect(await shop.db.prisma.payment.count({ where: { userId: buyer.user.id } })).toBe(0);
    await shop.db.sql({ name: "mend-inbox", text: "DROP TRIGGER refuse ON stripe_events", values: [] });
    await processStripeEvent(shop.ctx, eventId);
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("of a busy customer, tried again with all news of theirs, outlives an outage of Stripe", async () => {
    const { buyer, eventId } = await purchaseInInbox();
    await shop.db.prisma.stripeEvent.update({ where: { id: eventId }, data: { attempts: 50 } });
    await shop.stripe.breakApi({ kind: "500", count: 3 });
    await expect(processStripeEvent(shop.ctx, eventId)).rejects.toMatchObject({
      code: "payments.unavailable",
    });
    expect(await eventIn(eventId)).toMatchObject({ status: "failed", attempts: 51 });
    await processStripeEvent(shop.ctx, eventId);
    expect(await eventIn(eventId)).toMatchObject({ status: "processed" });
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("is dead after its last try, visible, and applied when it is put back", async () => {
    const id = await deliver(
      stripeEvent({ type: "checkout.session.completed", object: { id: "cs_test_missing" } }),
    );
    const tomorrow = { now: () => new Date(Date.now() + day * 1_000) };
    const tries: unknown[] = [];
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      tries.push(
        await processStripeEvent({ ...shop.ctx, clock: tomorrow }, id).then(
          () => "kept",
          () => "again",
        ),
      );
    }
    expect(tries).toEqual([...Array.from({ length: 11 }, () => "again"), "kept"]);
    const dead = await eventIn(id);
    expect(dead).toMatchObject({ status: "dead", attempts: 12 });
    expect(dead.error).toContain("payments.object_missing");
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", message: "a Stripe event could not be applied" }),
    );
  });
});

describe("processing", () => {
  test("the same event at the same instant is applied once", async () => {
    const { buyer, eventId } = await purchaseInInbox();
    await Promise.all(Array.from({ length: 8 }, () => processStripeEvent(shop.ctx, eventId)));
    expect(await balanceOf(buyer)).toBe(500_000n);
    expect(await eventIn(eventId)).toMatchObject({ status: "processed", attempts: 1 });
  });

  test("event of another API version: is applied by what Stripe says now", async () => {
    const { buyer, sessionId } = await purchaseInInbox();
    const old = stripeEvent({
      type: "checkout.session.completed",
      apiVersion: "2019-05-16",
      object: { id: sessionId, paid: "?" },
    });
    await processStripeEvent(shop.ctx, await deliver(old));
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("an expired session is noted, and the next click opens another", async () => {
    const buyer = await shop.createBuyer();
    await startCheckout(buyer.as, { lookupKey: "pack_500" });
    await shop.stripe.advance(25 * 3_600);
    await shop.settle();
    expect(
      await shop.db.prisma.checkout.findFirstOrThrow({ where: { userId: buyer.user.id } }),
    ).toMatchObject({ status: "expired" });
  });

  test("events that lost their job get a new one; those on their way are left alone", async () => {
    const { buyer } = await purchaseInInbox();
    const soon = new Date(Date.now() + 60_000);
    expect(await requeueStuckEvents(shop.db, soon)).toBe(0);
    await shop.db.sql({
      name: "wear-out-job",
      text: "UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key LIKE 'stripe-%'",
      values: [],
    });
    expect(await requeueStuckEvents(shop.db, new Date(0))).toBe(0);
    expect(await requeueStuckEvents(shop.db, soon)).toBe(1);
    await shop.drain();
    expect(await balanceOf(buyer)).toBe(500_000n);
  });

  test("news of an invoice and of its payment are one reading of both", async () => {
    await subscribe(shop, "plan_basic_month");
    await shop.advance(32 * day);
    await shop.stripe.flush();
    const reads = vi.spyOn(shop.ctx.payments, "getPayment");
    const invoices = vi.spyOn(shop.ctx.payments, "getInvoice");
    await shop.drain();
    expect([reads.mock.calls.length, invoices.mock.calls.length]).toEqual([1, 1]);
    vi.restoreAllMocks();
  });
});
