import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs } from "@/lib/context";
import { verifyLedger } from "@/lib/credits";
import {
  cancelRun,
  getRun,
  listRuns,
  registerCharge,
  repairAllOfKind,
  repairDifference,
  repairFound,
  runReconciliation,
  startRun,
} from "@/lib/reconciliation";
import { createUser } from "@/tests/factories/user";
import { openShop } from "@/tests/setup/shop";
import { openBooks } from "./books";

const shop = await openShop();
const books = openBooks(shop);
const { db } = shop;
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const reason = "found by hand";

async function createAdmin() {
  const { id: userId } = await createUser(db, { role: "admin" });
  return actingAs(shop.ctx, { kind: "user", userId, role: "admin", sessionId: userId });
}
const ctx = await createAdmin();
const other = await createAdmin();
const system = actingAs(shop.ctx, { kind: "system", name: "run-reconciliation" });

const yesterday = () => new Date(Date.now() - 86_400_000);
const wish = { rehearse: false, reason, origin };
const start = (rehearse = false) => startRun(ctx, { ...wish, since: yesterday(), rehearse });
const actsOn = async (id: string) => (await listAudit(ctx, { aboutId: id })).entries;

beforeEach(async () => {
  await shop.stripe.heal();
  await db.prisma.reconciliationRun.updateMany({
    where: { status: "running" },
    data: { status: "canceled" },
  });
  await books.loseWebhooks();
});

/** Paid in Stripe without any of our checkouts. */
async function payDirectly(customer: string | undefined, amount = 4500) {
  const { id } = await books.stripe.paymentIntents.create({
    ...{ amount, currency: "usd", payment_method: "pm_card_visa", confirm: true },
    ...(customer ? { customer } : {}),
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
  return id;
}

describe("a run", () => {
  test("finds, rehearses, and repairs one or all of a kind, each once and on record", async () => {
    const [one, two] = [await shop.createBuyer(), await shop.createBuyer()];
    await books.buyPack(one);
    await books.buyPack(two);
    const id = await start(true);
    await shop.drain();
    const { run, kinds, differences } = await getRun(ctx, { id, kind: "missing_here" });
    expect(run).toMatchObject({ status: "finished", found: 2, problem: null, object: null, rehearse: true });
    expect(run.compared).toBeGreaterThanOrEqual(2);
    expect(run.done).toEqual(["subscription", "invoice", "payment", "refund", "dispute"]);
    expect(kinds).toEqual([{ kind: "missing_here", found: 2, open: 2 }]);
    expect(differences.map(({ repair }) => repair?.outcome)).toEqual([
      "would_be_repaired",
      "would_be_repaired",
    ]);
    expect(await books.balance(one)).toBe(0);
    const key = differences.find(({ difference }) => difference.userId === one.user.id)!.difference.key;
    const both = await Promise.all([ctx, other].map((as) => repairFound(as, { key, reason, origin })));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["nothing_to_do", "repaired"]);
    expect(await actsOn(key)).toHaveLength(1);
    expect((await actsOn(key))[0]).toMatchObject({ reason, userId: one.user.id, ip: origin.ip });
    const all = { runId: id, kind: "missing_here", reason, origin };
    expect(await repairAllOfKind(ctx, all)).toBe(1);
    expect(await repairAllOfKind(other, all)).toBe(0);
    await shop.drain();
    expect([await books.balance(one), await books.balance(two)]).toEqual([500, 500]);
    const after = await getRun(ctx, { id });
    expect(after.differences.every(({ settledAt }) => settledAt !== null)).toBe(true);
    expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  });

  test("is one at a time, whoever asks and however many at once, and can be ended", async () => {
    const asked = await Promise.allSettled(
      [ctx, other, ctx, other].map((as) => startRun(as, { ...wish, since: yesterday() })),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of asked)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "reconciliation.in_progress" });
    const [{ id } = { id: "" }] = (await listRuns(ctx)).runs;
    await cancelRun(ctx, { id, reason, origin });
    await expect(cancelRun(ctx, { id, reason, origin })).rejects.toMatchObject({ kind: "not_found" });
    await shop.drain();
    expect((await getRun(ctx, { id })).run).toMatchObject({ status: "canceled", compared: 0 });
    expect((await actsOn(id)).map(({ action }) => action)).toEqual([
      "reconciliation_run",
      "reconciliation_run",
    ]);
    for (const range of [{ since: new Date(Date.now() + 86_400_000) }, { since: new Date(0) }])
      await expect(startRun(ctx, { ...wish, ...range })).rejects.toMatchObject({
        code: "reconciliation.range_invalid",
      });
  });

  test("killed in the middle goes on where it was and counts nothing twice; a second process takes it over", async () => {
    await books.buyPack(await shop.createBuyer());
    const id = await start();
    const whole = await (async () => {
      await runReconciliation(system, { runId: id });
      return (await getRun(ctx, { id })).run;
    })();
    await db.prisma.reconciliationRun.update({
      where: { id },
      data: {
        status: "running",
        done: ["subscription", "invoice"],
        comparedBefore: 0,
        compared: 7,
        finishedAt: null,
      },
    });
    await runReconciliation(system, { runId: id });
    const { run } = await getRun(ctx, { id });
    expect(run).toMatchObject({ status: "finished", compared: whole.compared, found: whole.found });
    const next = await start();
    await Promise.all([1, 2, 3].map(() => runReconciliation(system, { runId: next })));
    const raced = (await getRun(ctx, { id: next })).run;
    expect(raced).toMatchObject({ status: "finished", compared: whole.compared, found: whole.found });
    await runReconciliation(system, { runId: next });
  });

  test("while Stripe does not answer says so, keeps what it has, and goes on afterwards", async () => {
    const id = await start();
    await shop.stripe.breakApi({ kind: "500", count: 100 });
    await expect(runReconciliation(system, { runId: id })).rejects.toMatchObject({
      code: "payments.unavailable",
    });
    expect((await getRun(ctx, { id })).run).toMatchObject({
      status: "running",
      problem: "payments.unavailable",
    });
    await shop.stripe.heal();
    await runReconciliation(system, { runId: id });
    expect((await getRun(ctx, { id })).run).toMatchObject({ status: "finished", problem: null });
  });

  test("is for admins who are admins at that moment", async () => {
    const { as } = await shop.createBuyer();
    const former = await createAdmin();
    await db.prisma.user.updateMany({
      where: { id: former.actor.kind === "user" ? former.actor.userId : "" },
      data: { role: "member" },
    });
    for (const [who, code] of [
      [as, "reconciliation.forbidden"],
      [former, "users.actor_not_admin"],
    ] as const) {
      await expect(startRun(who, { ...wish, since: yesterday() })).rejects.toMatchObject({ code });
      const key = "payment:pi_1:missing_here:no_row";
      await expect(repairFound(who, { key, reason, origin })).rejects.toMatchObject({ code });
      await expect(
        repairAllOfKind(who, { runId: randomUUID(), kind: "missing_here", reason, origin }),
      ).rejects.toMatchObject({ code });
    }
    await expect(listRuns(as)).rejects.toMatchObject({ code: "reconciliation.forbidden" });
    await expect(getRun(ctx, { id: randomUUID() })).rejects.toMatchObject({ kind: "not_found" });
    await expect(getRun(ctx, { id: "x" })).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("a payment made in Stripe alone", () => {
  const register = (
    as: typeof ctx,
    ...[paymentIntentId, userId, lookupKey = "pack_500"]: [string, string, (string | null)?]
  ) => registerCharge(as, { paymentIntentId, userId, lookupKey, reason, origin });

  test("is registered to its member once, however often and by whom, with credits, receipt and mail", async () => {
    const member = await shop.createBuyer();
    const { id: customer } = await books.stripe.customers.create({ metadata: { user_id: member.user.id } });
    const pi = await payDirectly(customer);
    const runId = await start();
    await runReconciliation(system, { runId });
    const ask = { paymentIntentId: pi, userId: member.user.id, lookupKey: "pack_500", reason, origin };
    const dry = await registerCharge(ctx, ask, { dryRun: true });
    expect(dry.outcome).toBe("would_be_repaired");
    expect(dry.changes.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        "stripe_customers",
        "payments",
        "credit_lots",
        "billing_documents",
        "outbox_emails",
      ]),
    );
    expect(await books.balance(member)).toBe(0);
    const all = await Promise.all([ctx, other, ctx, other].map((as) => register(as, pi, member.user.id)));
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([
      "nothing_to_do",
      "nothing_to_do",
      "nothing_to_do",
      "repaired",
    ]);
    expect(await books.balance(member)).toBe(500);
    expect(await actsOn(pi)).toHaveLength(1);
    const { differences } = await getRun(ctx, { id: runId, kind: "unknown_customer" });
    const found = differences.find(({ difference }) => difference.id === pi);
    expect(["repaired", "nothing_to_do"]).toContain(found?.outcome);
    expect(found?.settledAt).not.toBeNull();
    expect((await actsOn(pi))[0]).toMatchObject({
      action: "charge_registered",
      reason,
      userId: member.user.id,
    });
    const { id } = await books.paymentOf(member);
    expect(await db.prisma.billingDocument.count({ where: { paymentId: id } })).toBe(1);
    expect(await db.prisma.outboxEmail.count({ where: { key: `receipt:${id}` } })).toBe(1);
    expect(await books.summary(member)).toEqual([]);
    await books.stripe.refunds.create({ payment_intent: pi, amount: 900 });
    await books.repairAll(member);
    expect(await books.balance(member)).toBe(400);
    const stranger = await shop.createBuyer();
    await expect(register(ctx, pi, stranger.user.id)).rejects.toMatchObject({ code: "checkout.of_another" });
    expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  });

  test("of nobody, or of two, is not guessed: it waits until an admin says whose", async () => {
    const [one, two] = [await shop.createBuyer(), await shop.createBuyer()];
    const { id: customer } = await books.stripe.customers.create({
      email: two.user.email,
      metadata: { user_id: one.user.id },
    });
    const pi = await payDirectly(customer);
    const key = `payment:${pi}:unknown_customer:unknown_customer`;
    expect(await repairDifference(books.ctx, key)).toMatchObject({
      outcome: "not_repairable",
      problem: expect.stringContaining("several") as string,
    });
    const guest = await payDirectly(undefined);
    expect(await register(ctx, guest, one.user.id)).toMatchObject({ outcome: "repaired" });
    expect(await register(ctx, pi, two.user.id)).toMatchObject({ outcome: "repaired" });
    expect([await books.balance(one), await books.balance(two)]).toEqual([500, 500]);
    const again = await payDirectly(customer);
    const found = (await books.differences(two)).map((difference) => difference.key);
    expect(found).toContain(`payment:${again}:missing_here:no_row`);
    expect(
      await repairFound(ctx, { key: `payment:${again}:missing_here:no_row`, reason, origin }),
    ).toMatchObject({ outcome: "not_repairable" });
  });

  test("is refused to oneself, to nobody, without a pack, unpaid, unknown, or another's checkout", async () => {
    const member = await shop.createBuyer();
    const pi = await payDirectly(undefined);
    const own = ctx.actor.kind === "user" ? ctx.actor.userId : "";
    await expect(register(ctx, pi, own)).rejects.toMatchObject({ code: "users.own_account" });
    await expect(register(ctx, pi, randomUUID())).rejects.toMatchObject({ kind: "not_found" });
    await expect(register(ctx, pi, member.user.id, null)).rejects.toMatchObject({
      code: "reconciliation.pack_required",
    });
    await expect(register(ctx, pi, member.user.id, "pack_0")).rejects.toMatchObject({
      code: "catalog.not_for_sale",
    });
    await expect(register(ctx, "pi_none", member.user.id)).rejects.toMatchObject({
      code: "reconciliation.not_in_stripe",
    });
    const open = await books.stripe.paymentIntents.create({ amount: 4500, currency: "usd" });
    await expect(register(ctx, open.id, member.user.id)).rejects.toMatchObject({ code: "checkout.not_paid" });
    await expect(register(member.as, pi, member.user.id)).rejects.toMatchObject({
      code: "reconciliation.forbidden",
    });
    await books.buyPack(member);
    const customer = await books.customerOf(member);
    const [bought] = (await books.stripe.paymentIntents.list({ customer })).data;
    await expect(register(ctx, bought!.id, (await shop.createBuyer()).user.id)).rejects.toMatchObject({
      code: "reconciliation.checkout_of_another",
    });
    await shop.stripe.breakApi({ kind: "500", count: 100 });
    await expect(register(ctx, bought!.id, member.user.id)).rejects.toMatchObject({
      code: "payments.unavailable",
    });
    await shop.stripe.heal();
    expect(await register(ctx, bought!.id, member.user.id, null)).toMatchObject({ outcome: "repaired" });
    expect(await books.balance(member)).toBe(500);
  });
});
