import { expect, test } from "vitest";
import { getBalance, verifyLedger } from "@/lib/credits";
import { presentRun } from "@/lib/services";
import { verifySignIn } from "@/lib/users";
import { seededAccounts, seedPassword } from "@/prisma/seed/accounts";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const now = new Date("2026-11-22T09:30:00Z");
const db = await createTestDatabase();
const ctx = { db, clock: fixedClock(now), systemClock: fixedClock(now) };

const startedAt = performance.now();
await seedDatabase(db, now);
const seededInMs = performance.now() - startedAt;

const idOf = async (name: string) =>
  (
    await db.prisma.user.findUniqueOrThrow({
      where: { email: `${name}@quickscale.local` },
      select: { id: true },
    })
  ).id;

async function snapshot() {
  const [entries, runs, payments, users] = await Promise.all([
    db.prisma.creditEntry.findMany({
      orderBy: [{ createdAt: "asc" }, { seq: "asc" }],
      omit: { userId: true, key: true, reference: true },
    }),
    db.prisma.serviceRun.findMany({
      orderBy: [{ createdAt: "asc" }],
      omit: { id: true, userId: true, key: true, fingerprint: true },
    }),
    db.prisma.payment.findMany({ orderBy: { id: "asc" }, omit: { userId: true } }),
    db.prisma.user.count(),
  ]);
  return { entries, runs, payments, users };
}

test("the ledger has no difference", async () => {
  expect((await verifyLedger(ctx)).differences).toEqual([]);
});

test("it is fast enough to wait for", () => {
  expect(seededInMs).toBeLessThan(15_000); // 5 s alone; tests share the machine
});

test("every payment has its receipt, and the refund its credit note, in the order of their dates", async () => {
  const documents = await db.prisma.billingDocument.findMany({ orderBy: { issuedAt: "asc" } });
  const receipts = documents.filter(({ kind }) => kind === "receipt");
  expect(receipts).toHaveLength(await db.prisma.payment.count({ where: { status: "succeeded" } }));
  expect(documents.filter(({ kind }) => kind === "credit_note")).toHaveLength(1);
  expect(receipts.map(({ number }) => number)).toEqual(receipts.map(({ number }) => number).sort());
});

test("everybody can sign in with the password that the stack shows", async () => {
  for (const { email, role } of seededAccounts) {
    const user = await db.prisma.user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ role, suspendedAt: null });
    expect(user.emailVerified).not.toBeNull();
  }
  const signedIn = await verifySignIn(ctx, {
    email: "ada@quickscale.local",
    password: seedPassword,
    ip: null,
  });
  expect(signedIn).toMatchObject({ email: "ada@quickscale.local" });
});

test("Ada has a year with every kind of entry, both kinds of credit, and nothing in the future", async () => {
  const userId = await idOf("ada");
  const { totalMilli, subscriptionMilli, paygMilli, heldMilli, debtMilli } = await getBalance(ctx, userId);
  expect(subscriptionMilli).toBeGreaterThan(0n);
  expect(paygMilli).toBeGreaterThan(0n);
  expect({ heldMilli, debtMilli }).toEqual({ heldMilli: 0n, debtMilli: 0n });
  expect(totalMilli).toBe(subscriptionMilli + paygMilli);
  const entries = await db.prisma.creditEntry.findMany({ where: { userId }, orderBy: { seq: "asc" } });
  expect(new Set(entries.map(({ reason }) => reason))).toEqual(
    new Set(["grant", "hold", "capture", "release", "expire", "revoke"]),
  );
  const first = entries[0]?.createdAt ?? now;
  expect((now.getTime() - first.getTime()) / 86_400_000).toBeGreaterThan(330);
  expect(entries.every(({ createdAt }) => createdAt <= now)).toBe(true);
});

test("whatever expires does so at its very instant: nearly every month's left-overs, and the gift", async () => {
  const userId = await idOf("ada");
  const expiries = await db.prisma.creditEntry.findMany({ where: { userId, reason: "expire" } });
  const lots = await db.prisma.creditLot.findMany({ where: { userId } });
  const lotOf = (touched: readonly bigint[]) => lots.find(({ no }) => BigInt(no) === touched[0]);
  for (const { touched, createdAt } of expiries) expect(createdAt).toEqual(lotOf(touched)?.expiresAt);
  const kinds = expiries.map(({ touched }) => lotOf(touched)?.kind);
  expect(kinds.filter((kind) => kind === "subscription").length).toBeGreaterThanOrEqual(7);
  expect(kinds.filter((kind) => kind === "promo")).toHaveLength(1);
});

test("every run agrees with the ledger: what it says was taken is what its capture took", async () => {
  const runs = await db.prisma.serviceRun.findMany();
  expect(runs.length).toBeGreaterThan(90);
  for (const run of runs) {
    const taken = await db.prisma.creditEntry.findMany({
      where: { userId: run.userId, reference: `run:${run.id}`, reason: "capture" },
    });
    expect(taken.reduce((sum, entry) => sum - entry.deltaMilli, 0n)).toBe(run.chargedMilli);
  }
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["succeeded", "failed", "timed_out"]));
});

test("every result can be shown by its service, and every failure has its words", async () => {
  for (const run of await db.prisma.serviceRun.findMany()) {
    if (run.status === "succeeded") expect(presentRun(run), run.serviceSlug).not.toHaveLength(0);
    else expect(run.problem).toMatch(/^(services\.timed_out|image\.damaged)$/);
  }
});

test("every grant that was paid has its payment, and the payment its credits", async () => {
  const payments = await db.prisma.payment.findMany({ include: { attempts: true } });
  for (const payment of payments.filter(({ status }) => status === "succeeded")) {
    const granted = await db.prisma.creditEntry.findMany({
      where: { userId: payment.userId, reference: `payment:${payment.id}`, reason: "grant" },
    });
    expect(granted.map(({ deltaMilli }) => deltaMilli)).toEqual([payment.creditsMilli]);
    expect(payment.attempts.filter(({ status }) => status === "succeeded")).toHaveLength(1);
  }
  const failed = payments.filter(({ status }) => status === "failed");
  expect(failed).toHaveLength(1);
  expect(failed[0]).toMatchObject({ declineCode: "insufficient_funds", creditedAt: null });
});

test("Ben has a small history, Cleo none", async () => {
  expect((await getBalance(ctx, await idOf("ben"))).paygMilli).toBeGreaterThan(0n);
  const cleo = await idOf("cleo");
  expect(await db.prisma.creditEntry.count({ where: { userId: cleo } })).toBe(0);
  expect(await db.prisma.serviceRun.count({ where: { userId: cleo } })).toBe(0);
});

test("a second seed changes nothing", async () => {
  const before = await snapshot();
  expect(await seedDatabase(db, new Date("2027-05-01T00:00:00Z"))).toBe("there already");
  expect(await snapshot()).toEqual(before);
});

test("the same day tells the same story on another machine", async () => {
  const mine = await snapshot();
  const other = await createTestDatabase();
  await seedDatabase(other, now);
  const entries = await other.prisma.creditEntry.findMany({
    orderBy: [{ createdAt: "asc" }, { seq: "asc" }],
    omit: { userId: true, key: true, reference: true },
  });
  expect(entries).toEqual(mine.entries);
  expect(await other.prisma.payment.findMany({ orderBy: { id: "asc" }, omit: { userId: true } })).toEqual(
    mine.payments,
  );
});

test.each(["2027-02-03T08:11:59Z", "2028-02-29T23:59:59Z"])(
  "a story told on %s is sound, too",
  async (day) => {
    const other = await createTestDatabase();
    const then = new Date(day);
    await seedDatabase(other, then);
    const there = { db: other, clock: fixedClock(then) };
    expect((await verifyLedger(there)).differences).toEqual([]);
    expect(await other.prisma.creditEntry.count({ where: { createdAt: { gt: then } } })).toBe(0);
  },
);
