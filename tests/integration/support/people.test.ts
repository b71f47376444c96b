import { describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import {
  getOverview,
  listPersonEmails,
  listPersonPayments,
  listPersonRuns,
  listPersonSubscriptions,
  searchPeople,
  viewPerson,
} from "@/lib/support";
import type { PeopleSearch } from "@/lib/support/types";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const admin = await createUser(db, { email: "support@example.org", role: "admin" });
const actor: Actor = { kind: "user", userId: admin.id, role: "admin", sessionId: admin.id };
const ctx = { db, actor, clock, systemClock: clock } as unknown as AppContext;
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };

const search = (what: PeopleSearch) => searchPeople(ctx, what, origin);
const emailsOf = async (what: PeopleSearch) => (await search(what)).people.map(({ email }) => email);
const change = (id: string, data: Prisma.UserUpdateInput) => db.prisma.user.update({ where: { id }, data });
const day = 24 * 60 * 60 * 1000;

/** Somebody with one of everything that Stripe names. */
async function createCustomer(name: string, status = "active", planKey = "plan_basic") {
  const { id, email } = await createUser(db, { email: `${name}@shop.example` });
  const stripeCustomerId = `cus_${name}`;
  await change(id, { name: `Doe of ${name}` });
  await db.prisma.billingCustomer.create({ data: { userId: id, email, stripeCustomerId } });
  await db.prisma.stripeCustomer.create({ data: { stripeCustomerId, userId: id } });
  await db.prisma.subscription.create({
    data: {
      ...{ userId: id, stripeSubscriptionId: `sub_${name}`, stripeItemId: "si", stripePriceId: "price" },
      ...{
        planKey,
        planName: "Basic",
        interval: "month",
        creditsMilli: 1n,
        amountMinor: 1n,
        currency: "usd",
      },
      ...{ status: status as "active", startedAt: clock.now(), periodStartsAt: clock.now() },
      ...{ periodEndsAt: clock.now(), syncSeq: 1n, updatedAt: clock.now() },
    },
  });
  const times = { createdAt: clock.now(), updatedAt: clock.now() };
  const { id: checkoutId } = await db.prisma.checkout.create({
    data: {
      ...{ userId: id, lookupKey: "k", itemName: "i", stripePriceId: "p", creditsMilli: 1n, amountMinor: 1n },
      ...{ currency: "usd", stripeSessionId: `cs_test_${name}`, ...times },
    },
  });
  await db.prisma.invoice.create({
    data: {
      ...{ userId: id, stripeInvoiceId: `in_${name}`, status: "paid", reason: "r", currency: "usd" },
      ...{ totalMinor: 1n, paidMinor: 1n, dueMinor: 0n, lines: [], issuedAt: clock.now() },
      ...{ syncSeq: 1n, updatedAt: clock.now() },
    },
  });
  const money = { amountMinor: 500n, currency: "usd" };
  const payment = await db.prisma.payment.create({
    data: {
      ...{
        userId: id,
        checkoutId,
        kind: "purchase",
        status: "succeeded",
        description: "500 credits",
        ...money,
      },
      ...{ creditsMilli: 1n, stripePaymentIntentId: `pi_${name}`, stripeChargeId: `ch_${name}` },
      ...{ syncSeq: 1n, paidAt: clock.now(), ...times },
      attempts: {
        create: {
          ...{ attemptKey: `ch_bad${name}`, stripeChargeId: `ch_bad${name}`, status: "failed", ...money },
          ...{ failureCode: "card_declined", declineCode: "insufficient_funds", failureMessage: "No funds." },
          attemptedAt: clock.now(),
        },
      },
      refunds: {
        create: { userId: id, stripeRefundId: `re_${name}`, amountMinor: 200n, currency: "usd", ...times },
      },
      disputes: {
        create: {
          ...{
            userId: id,
            stripeDisputeId: `dp_${name}`,
            amountMinor: 1n,
            currency: "usd",
            reason: "fraudulent",
          },
          ...{ status: "needs_response", openedAt: clock.now(), dueBy: clock.now(), syncSeq: 1n },
          updatedAt: clock.now(),
        },
      },
    },
    select: { id: true },
  });
  return { id, email, paymentId: payment.id };
}

const wanda = await createCustomer("wanda");
const xaver = await createCustomer("xaver", "past_due", "plan_pro");

describe("searching people", () => {
  test("finds whom an id of ours or any of Stripe's belongs to, and says what it is", async () => {
    for (const [text, idKind] of [
      [wanda.id, "user"],
      [wanda.paymentId.toUpperCase(), "payment"],
      ["cus_wanda", "customer"],
      [" pi_wanda ", "payment_intent"],
      ["ch_wanda", "charge"],
      ["ch_badwanda", "charge"],
      ["in_wanda", "invoice"],
      ["sub_wanda", "subscription"],
      ["re_wanda", "refund"],
      ["dp_wanda", "dispute"],
      ["cs_test_wanda", "checkout"],
    ] as const)
      expect(await search({ text }), text).toMatchObject({ idKind, people: [{ email: wanda.email }] });
    expect(await search({ text: "ch_nobody" })).toMatchObject({ idKind: "charge", people: [] });
  });

  test("takes nothing that is typed for a wildcard, an expression or SQL", async () => {
    const odd = await createUser(db, { email: "50%_off+a@shop.example" });
    expect(await emailsOf({ text: "WAND" })).toEqual([wanda.email]);
    expect(await emailsOf({ text: "doe OF xa" })).toEqual([xaver.email]);
    expect(await emailsOf({ text: "50%_" })).toEqual([odd.email]);
    expect(await emailsOf({ text: "50" })).toEqual([odd.email]);
    for (const text of [
      "5%_",
      "w_nda",
      "%an%",
      "' OR 1=1 --",
      "w.*a",
      "\\",
      "an\u0000",
      "\ud800x",
      ...["hop.example%", "an"],
    ])
      expect(await emailsOf({ text }), text).toEqual([]);
    expect(await emailsOf({ text: "x".repeat(5_000) })).toEqual([]);
  });

  test("narrows to plans, their states, suspended and unverified people", async () => {
    expect(await emailsOf({ plan: "plan_pro" })).toEqual([xaver.email]);
    expect(await emailsOf({ status: "past_due" })).toEqual([xaver.email]);
    expect(await emailsOf({ status: "past_due", plan: "plan_basic" })).toEqual([]);
    expect(await emailsOf({ status: "none", text: "shop.example", verified: true })).not.toContain(
      wanda.email,
    );
    expect(await emailsOf({ status: "none" })).toContain(admin.email);
    const { id, email } = await createUser(db);
    await change(id, { suspendedAt: clock.now(), emailVerified: null });
    expect(await emailsOf({ suspended: true })).toEqual([email]);
    expect(await emailsOf({ verified: false })).toEqual([email]);
    expect(await emailsOf({ suspended: false, verified: true })).toContain(wanda.email);
  });

  test.each(["newest", "oldest", "email"] as const)(
    "pages through everybody by %s, there and back",
    async (sort) => {
      const many = { text: `${sort}.page` };
      for (let index = 0; index < 60; index += 1) {
        // Several joined in the same instant.
        const at = new Date(clock.now().getTime() - Math.floor(index / 7) * day);
        await db.prisma.user.create({ data: { email: `${index}@${sort}.page`, createdAt: at } });
      }
      const first = await search({ ...many, sort });
      const second = await search({ ...many, sort, before: first.older });
      const third = await search({ ...many, sort, before: second.older });
      const seen = [first, second, third].flatMap(({ people }) => people);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
      expect([first.newer, third.older]).toEqual([null, null]);
      expect(await search({ ...many, sort, after: second.newer })).toEqual(first);
      expect(await search({ ...many, sort, after: third.newer })).toEqual(second);
      const keys = seen.map(({ joinedAt, email }) => (sort === "email" ? email : joinedAt.toISOString()));
      const sorted = keys.toSorted();
      expect(keys).toEqual(sort === "newest" ? sorted.reverse() : sorted);
      for (const before of ["", "x", "W10", Buffer.from('["a","b","c"]').toString("base64url")])
        expect(await search({ ...many, sort, before })).toEqual(first);
    },
  );

  test("is written down with what was looked for, and refused to everybody else", async () => {
    await search({ text: "wanda", verified: true });
    const [entry] = (await listAudit(ctx, { actions: ["user_searched"] })).entries;
    expect(entry).toMatchObject({
      actor: admin.email,
      after: { text: "wanda", verified: true, found: 1 },
      ...origin,
    });
    const member = { ...ctx, actor: { ...actor, role: "member" } } as AppContext;
    for (const other of [member, { ...ctx, actor: { kind: "anonymous" } } as AppContext]) {
      await expect(searchPeople(other, {}, origin)).rejects.toMatchObject({ kind: "not_found" });
      await expect(getOverview(other)).rejects.toMatchObject({ kind: "not_found" });
      const look = { userId: wanda.id, tab: "credits", origin } as const;
      await expect(viewPerson(other, look)).rejects.toMatchObject({ kind: "not_found" });
      await expect(listPersonPayments(other, look)).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});

describe("somebody's page", () => {
  test("tells who it is, never by what they prove it, and that somebody looked", async () => {
    await change(wanda.id, { passwordHash: "hash-of-wanda" });
    const person = await viewPerson(ctx, { userId: wanda.id, tab: "payments", origin });
    expect(person).toMatchObject({ email: wanda.email, stripeCustomerId: "cus_wanda", lastSeenAt: null });
    expect(JSON.stringify(person)).not.toContain("hash");
    expect((await listAudit(ctx, { userId: wanda.id })).entries).toMatchObject([
      {
        action: "user_viewed",
        actorId: admin.id,
        targetId: wanda.id,
        after: { tab: "payments" },
        ip: origin.ip,
      },
    ]);
    const unknown = { userId: "0190d3a5-7e1c-7c3e-8d4f-2a6b9c1e0f57", tab: "credits", origin } as const;
    for (const look of [unknown, { ...unknown, userId: "nobody" }])
      await expect(viewPerson(ctx, look)).rejects.toMatchObject({ code: "support.person_not_found" });
  });

  test("lists payments with refusals, refunds and disputes, subscriptions, runs and mails without what they say", async () => {
    expect((await listPersonPayments(ctx, { userId: wanda.id })).rows).toMatchObject([
      {
        ...{ stripePaymentIntentId: "pi_wanda", amountMinor: 500n },
        attempts: [{ declineCode: "insufficient_funds", failureMessage: "No funds." }],
        refunds: [{ amountMinor: 200n, stripeRefundId: "re_wanda" }],
        disputes: [{ status: "needs_response" }],
      },
    ]);
    expect(await listPersonSubscriptions(ctx, wanda.id)).toMatchObject([
      { stripeSubscriptionId: "sub_wanda" },
    ]);
    for (let index = 0; index < 60; index += 1) {
      const createdAt = new Date(clock.now().getTime() - Math.floor(index / 4) * day);
      const message = { link: "https://secret.example/token" };
      await db.prisma.outboxEmail.create({
        data: {
          key: `k${index}`,
          userId: wanda.id,
          recipient: wanda.email,
          template: "receipt",
          message,
          createdAt,
        },
      });
      await db.prisma.serviceRun.create({
        data: {
          ...{ userId: wanda.id, key: crypto.randomUUID(), serviceSlug: "word-counter", source: "api" },
          ...{
            fingerprint: "secret",
            inputBytes: 1,
            quotedMilli: 0n,
            output: { words: "secret" },
            createdAt,
          },
          holdExpiresAt: createdAt,
        },
      });
    }
    for (const list of [listPersonEmails, listPersonRuns]) {
      const first = await list(ctx, { userId: wanda.id });
      const second = await list(ctx, { userId: wanda.id, before: first.older });
      const third = await list(ctx, { userId: wanda.id, before: second.older });
      const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
      expect(new Set(ids).size).toBe(60);
      expect([first.newer, third.older]).toEqual([null, null]);
      expect(await list(ctx, { userId: wanda.id, after: second.newer })).toEqual(first);
      expect(await list(ctx, { userId: wanda.id, before: "9_x" })).toEqual(first);
      expect(first.rows.flatMap((row) => Object.values(row).map(String)).join()).not.toContain("secret");
    }
  });
});

test("today tells what came in since midnight and what waits", async () => {
  const before = await getOverview(ctx);
  expect(before).toMatchObject({
    failedTries: 2,
    openDisputes: 2,
    nextDisputeDueAt: clock.now(),
    deadWebhooks: 0,
  });
  expect(before.paid).toEqual([{ currency: "usd", payments: 2, amountMinor: 1_000n }]);
  expect(before.auditChecked).toBeNull();
  const later = fixedClock(new Date(clock.now().getTime() + day));
  expect(await getOverview({ ...ctx, clock: later, systemClock: later })).toMatchObject({
    paid: [],
    failedTries: 0,
  });
});
