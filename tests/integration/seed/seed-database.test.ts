import { expect, test } from "vitest";
import { getBalance, verifyLedger } from "@/lib/credits";
import { presentRun } from "@/lib/services";
import { verifySignIn } from "@/lib/users";
import { seededAccounts, seedPassword } from "@/prisma/seed/accounts";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";
import { tellCompany } from "./support/seeded-company";

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
      orderBy: [{ createdAt: "asc" }, { userId: "asc" }, { seq: "asc" }],
    }),
    db.prisma.serviceRun.findMany({
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    db.prisma.payment.findMany({ orderBy: { id: "asc" } }),
    db.prisma.user.count(),
  ]);
  return { entries, runs, payments, users };
}

test("the ledger has no difference", async () => {
  expect((await verifyLedger(ctx)).differences).toEqual([]);
});

test("it is fast enough to wait for", () => {
  expect(seededInMs).toBeLessThan(18_000); // 3 s alone; tests share the machine, and a transaction has 20 s
});

test("every purchase has its receipt, every paid invoice ours, every refund its credit note, by their dates", async () => {
  const documents = await db.prisma.billingDocument.findMany({
    orderBy: [{ issuedAt: "asc" }, { number: "asc" }],
  });
  const numbersOf = (kind: string) => documents.flatMap((one) => (one.kind === kind ? one.number : []));
  const succeeded = { status: "succeeded" } as const;
  expect(numbersOf("receipt")).toHaveLength(
    await db.prisma.payment.count({ where: { ...succeeded, kind: "purchase" } }),
  );
  expect(numbersOf("invoice")).toHaveLength(await db.prisma.invoice.count({ where: { status: "paid" } }));
  expect(numbersOf("credit_note")).toHaveLength(await db.prisma.refund.count({ where: succeeded }));
  for (const kind of ["receipt", "invoice", "credit_note"]) {
    const numbers = numbersOf(kind);
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  const series = await db.prisma.documentSeries.findMany();
  expect(series.reduce((sum, { lastNumber }) => sum + lastNumber, 0)).toBe(documents.length);
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
  expect(runs.length).toBeGreaterThan(3_000);
  const captures = await db.prisma.creditEntry.findMany({ where: { reason: "capture" } });
  const taken = new Map(captures.map(({ reference, deltaMilli }) => [reference, -deltaMilli]));
  for (const run of runs) expect(taken.get(`run:${run.id}`) ?? 0n).toBe(run.chargedMilli);
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["succeeded", "failed", "timed_out"]));
});

test("every result can be shown by its service, and every failure has its words", async () => {
  const gone = await db.prisma.user.findFirstOrThrow({ where: { anonymisedAt: { not: null } } });
  for (const run of await db.prisma.serviceRun.findMany()) {
    if (run.userId === gone.id) expect(run.output).toBeNull();
    else if (run.status === "succeeded") expect(presentRun(run), run.serviceSlug).not.toHaveLength(0);
    else expect(run.problem).toMatch(/^(services\.timed_out|image\.damaged)$/);
  }
});

test("every payment that was made has its lots, and these are what the ledger granted for it", async () => {
  const payments = await db.prisma.payment.findMany({ include: { attempts: true, lots: true } });
  const granted = await db.prisma.creditLot.findMany();
  const lotOf = new Map(granted.map((lot) => [`${lot.userId} ${lot.sourceKey}`, lot]));
  for (const payment of payments.filter(({ status }) => status === "succeeded")) {
    const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    expect(sum(payment.lots.map(({ creditsMilli }) => creditsMilli))).toBe(payment.creditsMilli);
    expect(sum(payment.lots.map(({ costMinor }) => costMinor))).toBe(payment.amountMinor);
    for (const { lotKey, creditsMilli, costMinor } of payment.lots)
      expect(lotOf.get(`${payment.userId} ${lotKey}`)).toMatchObject({
        amountMilli: creditsMilli,
        costMinor,
      });
    expect(payment.attempts.filter(({ status }) => status === "succeeded")).toHaveLength(1);
  }
  const failed = payments.filter(({ status }) => status === "failed");
  expect(failed.length).toBeGreaterThanOrEqual(4);
  for (const { attempts } of failed) expect(attempts.every(({ declineCode }) => declineCode)).toBe(true);
  const adas = failed.filter(({ stripePaymentIntentId }) => stripePaymentIntentId === "pi_seed_ada_03");
  expect(adas).toMatchObject([{ declineCode: "insufficient_funds", creditedAt: null }]);
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

test("the same day tells the same story on another machine", () => {
  const [mine, others] = [tellCompany(now), tellCompany(now)];
  expect(mine.books.payments).toEqual(others.books.payments);
  expect(mine.books.changes).toEqual(others.books.changes);
  expect(mine.accounts).toEqual(others.accounts);
});

test("a story told on a leap day is sound, too", async () => {
  const other = await createTestDatabase();
  const then = new Date("2028-02-29T23:59:59Z");
  await seedDatabase(other, then);
  const there = { db: other, clock: fixedClock(then) };
  expect((await verifyLedger(there)).differences).toEqual([]);
  const ahead = { gt: then };
  expect(await other.prisma.creditEntry.count({ where: { createdAt: ahead } })).toBe(0);
  expect(await other.prisma.payment.count({ where: { updatedAt: ahead } })).toBe(0);
  expect(await other.prisma.subscriptionChange.count({ where: { occurredAt: ahead } })).toBe(0);
  expect(await other.prisma.user.count({ where: { updatedAt: ahead } })).toBe(0);
  expect(await other.prisma.subscription.count({ where: { status: "past_due" } })).toBeGreaterThanOrEqual(3);
});
