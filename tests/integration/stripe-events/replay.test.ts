import { beforeEach, describe, expect, test } from "vitest";
import { webhooksCommand } from "@/cli/commands/webhooks";
import { startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import { actingAs } from "@/lib/context";
import { forgetDeletedPeople, listEvents, replayEvent, replayEvents } from "@/lib/stripe-events";
import { signed, stripeEvent } from "@/tests/factories/stripe-event";
import { createUser } from "@/tests/factories/user";
import { callCommand, commandVariables } from "@/tests/integration/cli/call-command";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();
const operator = actingAs(shop.ctx, { kind: "system", name: "test" });

beforeEach(async () => {
  await shop.stripe.heal();
  await shop.db.prisma.stripeEvent.deleteMany({});
  await shop.db.sql({ name: "no-jobs", text: "DELETE FROM graphile_worker._private_jobs", values: [] });
});

const eventIn = (id: string) => shop.db.prisma.stripeEvent.findUniqueOrThrow({ where: { id } });

async function deliver(event: ReturnType<typeof stripeEvent>): Promise<string> {
  const body = JSON.stringify(event);
  await fetch(shop.webhookUrl, { method: "POST", body, headers: signed(body, { secret: webhookSecret }) });
  return event.id;
}

const setStatus = (status: "dead" | "processed", attempts = 12) =>
  shop.db.prisma.stripeEvent.updateMany({ data: { status, attempts, error: "boom" } });

const jobKeys = async () =>
  (
    await shop.db.sql<{ key: string }>({
      name: "job-keys",
      text: "SELECT key FROM graphile_worker.jobs WHERE key LIKE 'stripe-%' ORDER BY key",
      values: [],
    })
  ).map(({ key }) => key);

async function buyPack() {
  const buyer = await shop.createBuyer();
  const { url } = await startCheckout(buyer.as, { lookupKey: "pack_500" });
  await payOnHostedPage(url, cards.ok);
  await shop.stripe.flush();
  return { buyer, balance: async () => (await getBalance(shop.ctx, buyer.user.id)).totalMilli };
}

describe("replaying", () => {
  test("a dead event gets all its tries again, and a note of who asked and when", async () => {
    const { balance } = await buyPack();
    await setStatus("dead");
    await shop.drain();
    expect(await balance()).toBe(0n);
    const admin = await createUser(shop.db, { role: "admin" });
    const as = actingAs(shop.ctx, { kind: "user", userId: admin.id, role: "admin", sessionId: admin.id });
    const { id } = await shop.db.prisma.stripeEvent.findFirstOrThrow({
      where: { type: "checkout.session.completed" },
    });
    await replayEvent(as, id);
    expect(await eventIn(id)).toMatchObject({
      status: "pending",
      attempts: 0,
      error: "boom",
      replayedBy: admin.id,
      replayedAt: expect.any(Date) as Date,
    });
    await shop.drain();
    expect(await eventIn(id)).toMatchObject({ status: "processed", attempts: 1, error: null });
    expect(await balance()).toBe(500_000n);
  });

  test("everything once more changes nothing: a redelivered event is no second grant", async () => {
    const { balance } = await buyPack();
    await shop.drain();
    const before = await balance();
    const handled = await shop.db.prisma.stripeEvent.count();
    expect(await replayEvents(operator, {})).toEqual({ events: handled });
    await shop.drain();
    expect(await balance()).toBe(before);
    const rows = await shop.db.prisma.stripeEvent.groupBy({ by: ["status"], _count: true });
    expect(rows.map(({ status }) => status).sort()).toEqual(["ignored", "processed"]);
  });

  test("events of one customer are one job, and a dry run only counts", async () => {
    for (const customer of ["cus_a", "cus_a", "cus_b"])
      await deliver(
        stripeEvent({ type: "invoice.paid", object: { object: "invoice", id: "in_1", customer } }),
      );
    const lone = await deliver(
      stripeEvent({ type: "product.updated", object: { object: "product", id: "p" } }),
    );
    await shop.db.sql({ name: "no-jobs", text: "DELETE FROM graphile_worker._private_jobs", values: [] });
    await setStatus("dead");
    expect(await replayEvents(operator, { statuses: ["dead"] }, { dryRun: true })).toEqual({ events: 4 });
    expect(await jobKeys()).toEqual([]);
    expect(await replayEvents(operator, { statuses: ["dead"] })).toEqual({ events: 4 });
    expect(await jobKeys()).toEqual([
      "stripe-customer:cus_a",
      "stripe-customer:cus_b",
      `stripe-event:${lone}`,
    ]);
    expect(await replayEvents(operator, { statuses: ["dead"] })).toEqual({ events: 0 });
  });

  test("goes through more events than fit one batch, each once", async () => {
    await shop.db.sql({
      name: "many-events",
      text: `INSERT INTO stripe_events (id, type, payload, source, occurred_at, received_at, status)
        SELECT 'evt_' || n, 'customer.created', '{}', 'webhook', now(), now() - make_interval(secs => n / 3), 'dead'
        FROM generate_series(1, 1100) AS n`,
      values: [],
    });
    expect(await replayEvents(operator, { since: new Date(Date.now() - 3_600_000) })).toEqual({
      events: 1_100,
    });
    expect(await shop.db.prisma.stripeEvent.count({ where: { status: "pending", attempts: 0 } })).toBe(1_100);
  });

  test("events of who was deleted tell nothing of them, and change nothing when they are replayed", async () => {
    const [{ buyer, balance }, other] = [await buyPack(), await buyPack()];
    await shop.drain();
    const { id: userId, email } = buyer.user;
    const { id: paymentId } = await shop.db.prisma.payment.findFirstOrThrow({ where: { userId } });
    const { id: dispute } = stripeEvent();
    const [at, stripeDisputeId] = [shop.ctx.clock.now(), `du_${dispute}`];
    await shop.db.prisma.dispute.create({
      data: {
        ...{ userId, paymentId, stripeDisputeId, amountMinor: 1n, currency: "usd", reason: "general" },
        ...{ status: "won", openedAt: at, syncSeq: 1n, updatedAt: at },
      },
    });
    const told = { id: stripeDisputeId, object: "dispute", evidence: { customer_email_address: email } };
    await shop.db.prisma.stripeEvent.create({
      data: {
        ...{ id: dispute, type: "charge.dispute.created", objectId: stripeDisputeId, source: "sweep" },
        ...{ payload: { data: { object: told } }, status: "processed", occurredAt: at, receivedAt: at },
      },
    });
    const payloads = async () => JSON.stringify(await shop.db.prisma.stripeEvent.findMany());
    expect(await forgetDeletedPeople(shop.ctx)).toBe(0);
    expect(await payloads()).toContain(email);
    await shop.db.prisma.user.update({ where: { id: userId }, data: { anonymisedAt: at } });
    expect(await forgetDeletedPeople(shop.ctx)).toBeGreaterThan(2);
    expect(await forgetDeletedPeople(shop.ctx)).toBe(0);
    expect(await payloads()).not.toContain(email);
    expect(await payloads()).toContain(other.buyer.user.email);
    await replayEvents(operator, {});
    await shop.drain();
    expect(await eventIn(dispute)).toMatchObject({ status: "ignored", note: "its person was deleted" });
    expect([await balance(), await other.balance()]).toEqual([500_000n, 500_000n]);
  });

  test("is for admins and the system; an id that nobody knows is not found", async () => {
    const { as } = await shop.createBuyer();
    await expect(replayEvents(as, {})).rejects.toMatchObject({ code: "stripe_events.forbidden" });
    await expect(listEvents(shop.ctx, {})).rejects.toMatchObject({ code: "stripe_events.forbidden" });
    await expect(replayEvent(operator, "evt_nobody")).rejects.toMatchObject({
      code: "stripe_events.not_found",
    });
  });
});

describe("the list", () => {
  test("pages newest first without gaps or repetitions, though many arrived in the same instant", async () => {
    await shop.db.sql({
      name: "listed-events",
      text: `INSERT INTO stripe_events (id, type, payload, source, occurred_at, received_at, status, stripe_customer_id)
        SELECT 'evt_' || n, CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, '{}', 'webhook', now(),
          date_trunc('second', now()) - make_interval(secs => n / 10),
          CASE n % 5 WHEN 0 THEN 'dead' ELSE 'processed' END::stripe_event_status, 'cus_' || n % 3
        FROM generate_series(1, 45) AS n`,
      values: [],
    });
    const seen: string[] = [];
    for (let before: string | undefined; ;) {
      const page = await listEvents(operator, {}, { before, limit: 7 });
      seen.push(...page.events.map(({ id }) => id));
      if (!page.older) break;
      before = page.older;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    const dead = await listEvents(operator, { statuses: ["dead"], types: ["a"], stripeCustomerId: "cus_0" });
    expect(dead.events.map(({ id }) => id)).toEqual(["evt_30"]);
    expect((await listEvents(operator, {}, { before: "nonsense", limit: 0 })).events).toHaveLength(1);
  });
});

test("the command line lists and replays, and asks before it replays many", async () => {
  const webhooks = (...args: string[]) => callCommand(webhooksCommand(), args, commandVariables(shop));
  const id = await deliver(stripeEvent({ type: "invoice.paid" }));
  await setStatus("dead");
  const list = await webhooks("list", "--status", "dead");
  expect(list).toMatchObject({ exitCode: 0, stderr: "" });
  expect(list.stdout).toContain(id);
  expect(list.stdout).toContain("boom");
  const json = JSON.parse((await webhooks("list", "--json", "--limit", "1")).stdout) as { events: unknown[] };
  expect(json.events).toEqual([expect.objectContaining({ id, status: "dead" })]);
  const asked = await webhooks("replay", "--dead");
  expect(asked).toMatchObject({ exitCode: 0, stdout: "1 event would be replayed. Add --yes to do it.\n" });
  expect((await eventIn(id)).status).toBe("dead");
  expect((await webhooks("replay", "--dead", "--yes")).stdout).toBe("1 event will be processed again.\n");
  expect(await eventIn(id)).toMatchObject({ status: "pending", replayedBy: "system:cli" });
  expect((await webhooks("replay", id)).stdout).toBe("1 event will be processed again.\n");
  await expect(webhooks("replay", "evt_nobody")).rejects.toThrow("No such event: evt_nobody");
  expect(await webhooks("replay")).toMatchObject({ exitCode: 2 });
  expect((await webhooks("replay", "--since", "yesterday")).stderr).toContain("30m, 12h or 3d");
  expect(await webhooks("list", "--status", "gone")).toMatchObject({ exitCode: 2 });
});
