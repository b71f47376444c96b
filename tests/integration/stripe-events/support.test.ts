import { beforeEach, describe, expect, test } from "vitest";
import { replayManySchema, replaySchema } from "@/app/(app)/admin/webhooks/_actions/schema";
import { loadWebhookSearch, toEventFilter } from "@/app/(app)/admin/webhooks/search-params";
import { listAudit } from "@/lib/audit";
import { actingAs } from "@/lib/context";
import type { AppContext } from "@/lib/context";
import { listEvents, previewReplay, replayDeadEvents, replayOneEvent, viewEvent } from "@/lib/stripe-events";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const { id: adminId, email } = await createUser(db, { role: "admin" });
const anybody = { db, clock, systemClock: clock, actor: { kind: "anonymous" } } as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const ctx = asUser(adminId, "admin");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const reason = "The outage of this morning is over";

/** `n` events a second apart, every third of another type, all of them given up. */
const fill = (n: number) =>
  db.sql({
    name: "fill",
    text: `INSERT INTO stripe_events (id, type, payload, source, occurred_at, received_at, status, attempts, error,
        object_id, stripe_customer_id)
      SELECT 'evt_' || n, CASE n % 3 WHEN 0 THEN 'invoice.paid' ELSE 'customer.updated' END,
        '{"data": {"object": {"id": "in_1", "client_secret": "hush"}}}', 'webhook', now(),
        '2026-11-22T08:00:00Z'::timestamptz + make_interval(secs => n), 'dead', 12, 'boom', 'in_' || n,
        'cus_' || n % 2
      FROM generate_series(1, $1::int) AS n`,
    values: [n],
  });
const statusOf = async (id: string) =>
  (await db.prisma.stripeEvent.findUniqueOrThrow({ where: { id } })).status;
const deadLeft = () => db.prisma.stripeEvent.count({ where: { status: "dead" } });
const audited = async (action: "webhook_viewed" | "webhook_replayed") =>
  (await listAudit(ctx, { actions: [action] })).entries;

beforeEach(() => db.prisma.stripeEvent.deleteMany({}));

describe("an event", () => {
  test("is shown with its payload less secrets, whose it is, and who replayed it; the look is on record", async () => {
    const member = await createUser(db);
    await db.prisma.stripeCustomer.create({ data: { stripeCustomerId: "cus_1", userId: member.id } });
    await fill(1);
    await db.prisma.stripeEvent.update({
      where: { id: "evt_1" },
      data: { replayedBy: adminId, replayedAt: clock.now() },
    });
    const event = await viewEvent(ctx, { id: "evt_1", origin });
    expect(event).toMatchObject({
      ...{ id: "evt_1", userId: member.id, userEmail: member.email, replayedByEmail: email },
      payload: { data: { object: { id: "in_1", client_secret: "(left out)" } } },
    });
    const [entry] = await audited("webhook_viewed");
    expect(entry).toMatchObject({ actorId: adminId, targetId: "evt_1", userId: member.id, ip: origin.ip });
  });

  test("of nobody is shown too; what is no event's id is not found, and leaves no record", async () => {
    await fill(2);
    const before = (await audited("webhook_viewed")).length;
    await db.prisma.stripeEvent.update({
      where: { id: "evt_2" },
      data: { stripeCustomerId: null, replayedBy: "system:cli" },
    });
    expect(await viewEvent(ctx, { id: "evt_2", origin })).toMatchObject({
      ...{ userId: null, userEmail: null, replayedBy: "system:cli", replayedByEmail: null },
    });
    for (const id of ["evt_none", "../users", "evt_' OR 1=1", ""])
      await expect(viewEvent(ctx, { id, origin })).rejects.toMatchObject({ kind: "not_found" });
    expect(await audited("webhook_viewed")).toHaveLength(before + 1);
  });

  test("goes back once, however often the same form is sent and by whom", async () => {
    await fill(1);
    const other = asUser((await createUser(db, { role: "admin" })).id, "admin");
    const replay = { id: "evt_1", seenReplayedAt: null, reason, origin };
    const tries = await Promise.allSettled([replayOneEvent(ctx, replay), replayOneEvent(other, replay)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "stripe_events.replay_changed" },
    });
    expect(await statusOf("evt_1")).toBe("pending");
    const [entry, ...more] = await audited("webhook_replayed");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ targetId: "evt_1", reason, before: { status: "dead", attempts: 12 } });
    await replayOneEvent(ctx, { ...replay, seenReplayedAt: clock.now() });
    await expect(replayOneEvent(ctx, { ...replay, id: "evt_none" })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("replaying many", () => {
  test("puts back exactly what was shown, the oldest first, and nothing the second time", async () => {
    await fill(60);
    const filter = { types: ["customer.updated"] };
    const preview = await previewReplay(ctx, filter, 25);
    expect(preview).toMatchObject({ dead: 40, batch: 25, types: [{ type: "customer.updated", events: 25 }] });
    expect(preview.range?.from).toEqual(new Date("2026-11-22T08:00:01Z"));
    const replay = { filter, upTo: preview.upTo ?? "", batch: preview.batch, reason, origin };
    const both = await Promise.all([replayDeadEvents(ctx, replay), replayDeadEvents(ctx, replay)]);
    expect(both.map(({ events }) => events).sort()).toEqual([0, 25]);
    expect([await statusOf("evt_1"), await statusOf("evt_3"), await statusOf("evt_59")]).toEqual([
      "pending",
      "dead",
      "dead",
    ]);
    const [entry] = await audited("webhook_replayed");
    expect(entry).toMatchObject({ targetId: "many", reason, after: { events: 25, status: "pending" } });
    expect((entry?.after as { ids: string[] }).ids).toHaveLength(25);
    expect((await previewReplay(ctx, filter, 200)).batch).toBe(15);
  });

  test("is refused when other events were given up meanwhile, and for a place that no preview told", async () => {
    await fill(5);
    const preview = await previewReplay(ctx, {}, 50);
    await db.prisma.stripeEvent.update({ where: { id: "evt_2" }, data: { status: "processed" } });
    const replay = { filter: {}, upTo: preview.upTo ?? "", batch: 5, reason, origin };
    const changed = { code: "stripe_events.replay_changed" };
    await expect(replayDeadEvents(ctx, replay)).rejects.toMatchObject(changed);
    await expect(replayDeadEvents(ctx, { ...replay, upTo: "x" })).rejects.toMatchObject(changed);
    expect(await deadLeft()).toBe(4);
  });

  test("counts and takes no more than its limits, and touches only what was given up", async () => {
    await fill(1_100);
    await db.prisma.stripeEvent.updateMany({ where: { id: { endsWith: "7" } }, data: { status: "failed" } });
    expect(await previewReplay(ctx, {}, 5_000)).toMatchObject({ batch: 500, countedUpTo: 1_000 });
    await db.prisma.stripeEvent.deleteMany({ where: { status: "dead" } });
    const nothing = { dead: 0, batch: 0, types: [], upTo: null, range: null };
    expect(await previewReplay(ctx, {}, 50)).toMatchObject(nothing);
  });
});

test("the list is narrowed by object and goes back up page by page", async () => {
  await fill(23);
  expect((await listEvents(ctx, { objectId: "in_9" })).events.map(({ id }) => id)).toEqual(["evt_9"]);
  const first = await listEvents(ctx, {}, { limit: 10 });
  const second = await listEvents(ctx, {}, { limit: 10, before: first.older });
  const third = await listEvents(ctx, {}, { limit: 10, before: second.older });
  expect([first.newer, third.older, third.events.length]).toEqual([null, null, 3]);
  const back = await listEvents(ctx, {}, { limit: 10, after: third.newer });
  expect(back.events).toEqual(second.events);
  const top = await listEvents(ctx, {}, { limit: 10, after: back.newer });
  expect([top.events, top.newer]).toEqual([first.events, null]);
});

test("what no event can be called finds nothing, and no day that no database has counts", async () => {
  await fill(3);
  const hostile = ["\0", "a\0b", "\ud800", "' OR 1=1 --", "%", "x".repeat(10_000), "evt_\0", "cus_\ud800"];
  for (const text of hostile) {
    expect(replaySchema.safeParse({ id: text, seen: "", reason }).success, text).toBe(false);
    for (const asked of [{ type: text }, { object: text }])
      expect((await listEvents(ctx, toEventFilter(loadWebhookSearch(asked)))).events).toEqual([]);
  }
  for (const day of ["0000-01-01", "-200000-04", "+275760-09", "2026-13-45"]) {
    const { from, to } = loadWebhookSearch({ from: day, to: day });
    expect([from, to]).toEqual([null, null]);
    const form = { ...{ status: "", type: "", object: "", to: "" }, from: day, upTo: "", batch: 1, reason };
    expect(replayManySchema.safeParse(form).data?.from ?? null).toBeNull();
  }
});

test("nothing of it is for members or visitors", async () => {
  await fill(1);
  const as = asUser((await createUser(db)).id, "member");
  const forbidden = { code: "stripe_events.forbidden" };
  for (const who of [as, anybody]) {
    await expect(viewEvent(who, { id: "evt_1", origin })).rejects.toMatchObject(forbidden);
    await expect(previewReplay(who, {}, 50)).rejects.toMatchObject(forbidden);
    const one = { id: "evt_1", seenReplayedAt: null, reason, origin };
    await expect(replayOneEvent(who, one)).rejects.toMatchObject(forbidden);
    const many = { filter: {}, upTo: "1-evt_1", batch: 1, reason, origin };
    await expect(replayDeadEvents(who, many)).rejects.toMatchObject(forbidden);
  }
  expect(await deadLeft()).toBe(1);
});
