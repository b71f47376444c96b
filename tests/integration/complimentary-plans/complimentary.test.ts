import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AppContext } from "@/lib/context";
import {
  continueComplimentaryPlans,
  endComplimentaryPlan,
  findComplimentaryPlan,
  giveComplimentaryPlan,
  listGivenPlans,
} from "@/lib/complimentary-plans";
import { getBalance, grantCredits, listEntries, verifyLedger } from "@/lib/credits";
import { endQuotaOverride, listQuotaOverrides, setQuotaOverride } from "@/lib/quota-overrides";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const start = new Date("2027-01-31T08:00:00Z");
const word = { reason: "Ticket 42", origin: { ip: "203.0.113.9", userAgent: "Firefox" } };

async function createAdmin(): Promise<AppContext> {
  const { id } = await createUser(db, { role: "admin" });
  const actor = { kind: "user", userId: id, role: "admin", sessionId: id };
  const clock = fixedClock(start);
  return { db, actor, clock, systemClock: clock, appUrl: "https://app.example" } as unknown as AppContext;
}

const ctx = await createAdmin();
const at = (instant: string): AppContext => ({ ...ctx, clock: fixedClock(new Date(instant)) });
const give = (
  by: AppContext,
  userId: string,
  change: { id?: string; planKey?: string; endsAt?: Date } = {},
) =>
  giveComplimentaryPlan(by, {
    ...{ id: randomUUID(), userId, planKey: "plan_basic", endsAt: new Date("2027-03-14T08:00:00Z"), ...word },
    ...change,
  });
const creditsOf = async (by: AppContext, userId: string) =>
  Number((await getBalance(by, userId)).subscriptionMilli) / 1000;
const mailsTo = async (email: string) =>
  (await queuedEmails(db, email)).map(({ message }) => message.template);
const auditOf = async (userId: string) =>
  (await db.prisma.auditEntry.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

async function subscribe(userId: string, email: string) {
  await db.prisma.billingCustomer.create({ data: { userId, email, stripeCustomerId: `cus_${userId}` } });
  await db.prisma.subscription.create({
    data: {
      ...{ userId, stripeSubscriptionId: `sub_${userId}`, stripeItemId: "si", stripePriceId: "price" },
      ...{ planKey: "plan_pro", planName: "Pro", interval: "month", creditsMilli: 1n, amountMinor: 1n },
      ...{ currency: "usd", status: "active", startedAt: start, periodStartsAt: start, periodEndsAt: start },
      ...{ syncSeq: 1n, updatedAt: start },
    },
  });
}

describe("a plan that was given", () => {
  test("brings each month's credits once, whoever looks how often, and ends by itself", async () => {
    const { id: userId, email } = await createUser(db);
    const id = randomUUID();
    await Promise.all([give(ctx, userId, { id }), give(ctx, userId, { id })]);
    expect(await creditsOf(ctx, userId)).toBe(1_000);
    expect(await findComplimentaryPlan(db, userId, start)).toMatchObject({
      planName: "Basic",
      monthlyMilli: 1_000_000n,
    });
    expect(await mailsTo(email)).toEqual(["complimentary-plan-given"]);
    expect(await auditOf(userId)).toEqual(["complimentary_plan_given"]);

    await continueComplimentaryPlans(at("2027-02-28T07:59:59Z"));
    const second = at("2027-02-28T08:00:00Z");
    await Promise.all([1, 2, 3].map(() => continueComplimentaryPlans(second)));
    expect(await creditsOf(second, userId)).toBe(451.612);
    const { entries } = await listEntries(second, { userId, reasons: ["grant"] });
    expect(entries.map(({ reference, description }) => [reference, description])).toEqual([
      [`comp:${id}:1`, "Basic, on us"],
      [`comp:${id}:0`, "Basic, on us"],
    ]);

    const over = at("2027-03-14T08:00:00Z");
    expect(await findComplimentaryPlan(db, userId, over.clock.now())).toBeNull();
    await continueComplimentaryPlans(over);
    await continueComplimentaryPlans(over);
    expect(await creditsOf(over, userId)).toBe(0);
    expect(await listGivenPlans(db, userId)).toMatchObject([
      { id, endedAt: over.clock.now(), reason: "Ticket 42" },
    ]);
    expect(await mailsTo(email)).toEqual(["complimentary-plan-given", "complimentary-plan-ended"]);
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });

  test("passes over months that were missed, and a new one can be given after its end whether or not the job ran", async () => {
    const { id: userId } = await createUser(db);
    await give(ctx, userId, { endsAt: new Date("2027-06-30T00:00:00Z") });
    const late = at("2027-05-15T00:00:00Z");
    await continueComplimentaryPlans(late);
    expect(await creditsOf(late, userId)).toBe(1_000);
    expect((await listEntries(late, { userId, reasons: ["grant"] })).entries).toHaveLength(2);
    const after = at("2027-07-01T00:00:00Z");
    await give(after, userId, { endsAt: new Date("2027-09-01T00:00:00Z"), planKey: "plan_pro" });
    expect(await findComplimentaryPlan(db, userId, after.clock.now())).toMatchObject({ planName: "Pro" });
  });

  test("is one at a time, of a plan that is sold, to a day ahead, for who has none that is paid", async () => {
    const { id: userId, email } = await createUser(db);
    await expect(give(ctx, userId, { planKey: "plan_gold" })).rejects.toMatchObject({
      code: "complimentary_plans.unknown_plan",
    });
    for (const endsAt of [start, new Date("2030-01-01"), new Date(Number.NaN)])
      await expect(give(ctx, userId, { endsAt })).rejects.toMatchObject({
        code: "complimentary_plans.end_refused",
      });
    const both = await Promise.allSettled([give(ctx, userId), give(ctx, userId)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(give(ctx, userId)).rejects.toMatchObject({ code: "complimentary_plans.already_given" });
    expect(await creditsOf(ctx, userId)).toBe(1_000);
    // Buying one ends it: at once for who asks, and in the row with the next job, without another month.
    await subscribe(userId, email);
    expect(await findComplimentaryPlan(db, userId, start)).toBeNull();
    await continueComplimentaryPlans(at("2027-02-28T08:00:00Z"));
    expect((await listEntries(ctx, { userId, reasons: ["grant"] })).entries).toHaveLength(1);
    await expect(give(ctx, userId)).rejects.toMatchObject({ code: "complimentary_plans.plan_runs" });
  });

  test("is ended early: no month begins any more, and the credits stay until they expire", async () => {
    const { id: userId, email } = await createUser(db);
    const id = randomUUID();
    await give(ctx, userId, { id });
    const stranger = await createUser(db);
    const end = (whose: string, which: string) =>
      endComplimentaryPlan(ctx, { userId: whose, id: which, ...word });
    await expect(end(stranger.id, id)).rejects.toMatchObject({ code: "complimentary_plans.not_found" });
    await expect(end(userId, "none")).rejects.toMatchObject({ code: "complimentary_plans.not_found" });
    expect(await end(userId, id)).toEqual({ done: true });
    expect(await end(userId, id)).toEqual({ done: false });
    expect(await creditsOf(ctx, userId)).toBe(1_000);
    const later = at("2027-03-01T00:00:00Z");
    await continueComplimentaryPlans(later);
    expect(await creditsOf(later, userId)).toBe(0);
    expect(await mailsTo(email)).toEqual(["complimentary-plan-given", "complimentary-plan-ended"]);
    expect(await auditOf(userId)).toEqual(["complimentary_plan_given", "complimentary_plan_ended"]);
  });

  test("of who was deleted ends without a word; nobody gives one to themselves, or without the role", async () => {
    const { id: userId, email } = await createUser(db);
    await give(ctx, userId);
    await db.prisma.user.update({ where: { id: userId }, data: { anonymisedAt: start } });
    await continueComplimentaryPlans(ctx);
    expect(await listGivenPlans(db, userId)).toMatchObject([{ endedAt: start }]);
    expect(await mailsTo(email)).toEqual(["complimentary-plan-given"]);
    const former = await createAdmin();
    const formerId = former.actor.kind === "user" ? former.actor.userId : "";
    await expect(give(former, formerId)).rejects.toMatchObject({ code: "users.own_account" });
    await db.prisma.user.update({ where: { id: formerId }, data: { role: "member" } });
    await expect(give(former, userId)).rejects.toMatchObject({ code: "users.actor_not_admin" });
  });
});

test("one plan that cannot go on holds up no other, and is logged", async () => {
  const [stuck, fine] = [await createUser(db), await createUser(db)];
  await give(ctx, stuck.id);
  await give(ctx, fine.id);
  const broken = { userId: stuck.id, endedAt: null };
  const { id } = await db.prisma.complimentaryPlan.findFirstOrThrow({ where: broken, select: { id: true } });
  // The key of its second month was used for something else.
  const key = `comp:${id}:1`;
  await grantCredits(ctx, { userId: stuck.id, key, kind: "promo", creditsMilli: 1n });
  const errors: unknown[] = [];
  const log = { error: (facts: unknown) => errors.push(facts) } as unknown as AppContext["log"];
  const later = { ...at("2027-02-28T08:00:00Z"), log };
  await continueComplimentaryPlans(later);
  expect(errors).toMatchObject([{ planId: id, err: { code: "credits.key_conflict" } }]);
  expect(await creditsOf(later, fine.id)).toBe(451.612);
});

describe("a limit of one person", () => {
  test("takes the place of an earlier one of its kind, ends by itself or when it is ended, and is on record", async () => {
    const { id: userId } = await createUser(db);
    const endsAt = new Date("2027-03-01T00:00:00Z");
    const set = (limit: bigint, change: { id?: string; kind?: "projects" } = {}) =>
      setQuotaOverride(ctx, {
        ...{ id: randomUUID(), userId, kind: "runs_per_day" as const, limit, endsAt, ...word },
        ...change,
      });
    const id = randomUUID();
    expect(await set(50n, { id })).toEqual({ done: true });
    expect(await set(50n, { id })).toEqual({ done: false });
    await set(0n, { kind: "projects" });
    await set(80n);
    const rows = await listQuotaOverrides(db, userId);
    const open = rows.filter(({ endedAt }) => endedAt === null).map(({ kind, limit }) => `${kind} ${limit}`);
    expect(open.sort()).toEqual(["projects 0", "runs_per_day 80"]);

    const end = (which: string, by = ctx) => endQuotaOverride(by, { id: which, userId, ...word });
    const projects = rows.find(({ kind }) => kind === "projects")?.id ?? "";
    expect(await end(projects)).toEqual({ done: true });
    expect(await end(projects)).toEqual({ done: false });
    const daily = rows.find(({ limit }) => limit === 80n)?.id ?? "";
    expect(await end(daily, at("2027-04-01T00:00:00Z"))).toEqual({ done: false });
    await expect(end("none")).rejects.toMatchObject({ code: "quota_overrides.not_found" });
    await expect(
      setQuotaOverride(ctx, {
        id: randomUUID(),
        userId,
        kind: "projects",
        limit: 1n,
        endsAt: start,
        ...word,
      }),
    ).rejects.toMatchObject({ code: "quota_overrides.end_refused" });
    const { id: stranger } = await createUser(db);
    await expect(
      setQuotaOverride(ctx, { id, userId: stranger, kind: "projects", limit: 1n, endsAt, ...word }),
    ).rejects.toMatchObject({ code: "quota_overrides.not_found" });
    const own = ctx.actor.kind === "user" ? ctx.actor.userId : "";
    await expect(
      setQuotaOverride(ctx, { id: randomUUID(), userId: own, kind: "projects", limit: 1n, endsAt, ...word }),
    ).rejects.toMatchObject({ code: "users.own_account" });
    expect(await auditOf(userId)).toEqual([
      ...["quota_override_set", "quota_override_set", "quota_override_set", "quota_override_ended"],
    ]);
  });
});
