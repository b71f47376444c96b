import { expect, test } from "vitest";
import { grantCredits, holdCredits, spendCredits } from "@/lib/credits";
import { findLowCredits, setLowLimit, tellCreditsLow, tellExpiringCredits } from "@/lib/usage-alerts";
import { createCreditAccount, type TestLot } from "@/tests/factories/credit-account";
import { createTestDatabase } from "@/tests/setup/test-database";
import { createAlertsWorld, dayMs, start } from "./setup";

const db = await createTestDatabase();
const { ctx, clock, twentyTimes, told, countTold, whileBroken, suspend } = createAlertsWorld(db);
const account = (...lots: TestLot[]) => createCreditAccount(ctx, lots);
const spend = (userId: string, creditsMilli: bigint) =>
  spendCredits(ctx, { userId, creditsMilli, key: crypto.randomUUID() });
const tellLow = (userId: string) => tellCreditsLow(ctx, { userId });
const inDays = (days: number) => new Date(start.getTime() + days * dayMs);

async function hasLowJob(userId: string): Promise<boolean> {
  const rows = await db.sql<{ one: number }>({
    name: "find-low-job",
    text: `SELECT 1 AS one FROM graphile_worker.jobs WHERE key = 'credits-low:' || $1::text`,
    values: [userId],
  });
  return rows.length > 0;
}

test("the spend that crosses the limit asks for it, and each dip is told once, whoever and how many tell it", async () => {
  const userId = await account({ credits: 30 });
  await spend(userId, 10_000n);
  expect(await hasLowJob(userId), "exactly the limit is not below it").toBe(false);
  await spend(userId, 1_500n);
  expect(await hasLowJob(userId)).toBe(true);
  await twentyTimes(() => tellLow(userId));
  await spend(userId, 1_000n);
  await tellLow(userId);
  const first = await told(userId);
  expect(first.mails).toMatchObject([{ props: { balance: "18.5", threshold: "20", debt: null } }]);
  expect(first.notices).toMatchObject([{ title: "You have 18.5 credits left", href: "/credits/buy" }]);
  await grantCredits(ctx, { userId, creditsMilli: 5_000n, kind: "payg", key: "more" });
  await tellLow(userId);
  expect(await countTold(userId), "enough again").toEqual([1, 1]);
  await spend(userId, 20_000n);
  await twentyTimes(() => tellLow(userId));
  expect(await countTold(userId), "another dip").toEqual([2, 2]);
});

test("what is reserved counts as there, who dies has told nothing, and nobody is told who is suspended or never wants it", async () => {
  const userId = await account({ credits: 30 });
  const key = "run:1";
  await holdCredits(ctx, { userId, creditsMilli: 25_000n, key, expiresAt: inDays(1) });
  await tellLow(userId);
  expect(await countTold(userId)).toEqual([0, 0]);
  const poor = await account({ credits: 1 });
  expect(await whileBroken("notices", () => tellLow(poor))).toBe("died");
  await setLowLimit(ctx, { userId: poor, lowMilli: null });
  await tellLow(poor);
  await setLowLimit(ctx, { userId: poor, lowMilli: 1_000n });
  await tellLow(poor);
  await suspend(poor);
  await setLowLimit(ctx, { userId: poor, lowMilli: 1_001n });
  await tellLow(poor);
  expect(await countTold(poor)).toEqual([0, 0]);
  const free = await account();
  await setLowLimit(ctx, { userId: free, lowMilli: 5_000n });
  await tellLow(free);
  expect(await countTold(free), "without any credits ever").toEqual([1, 1]);
});

test("where credits wait to count, low is found by the clock, once, and those that begin to count end the dip", async () => {
  const later = { credits: 50, effectiveAt: inDays(30), expiresAt: inDays(60) };
  const userId = await account({ credits: 30 }, later);
  const never = await account({ credits: 1 }, later);
  await setLowLimit(ctx, { userId: never, lowMilli: null });
  await findLowCredits(ctx);
  expect(await countTold(userId)).toEqual([0, 0]);
  await spend(userId, 15_000n);
  expect(await hasLowJob(userId), "the account has 65 in all").toBe(false);
  await twentyTimes(() => findLowCredits(ctx));
  expect((await told(userId)).mails).toMatchObject([{ props: { balance: "15" } }]);
  clock.set(inDays(31));
  await spend(userId, 55_000n);
  await tellLow(userId);
  await tellLow(userId);
  clock.set(start);
  expect([await countTold(userId), await countTold(never)]).toEqual([
    [2, 2],
    [0, 0],
  ]);
});

test("credits that expire within three days are told of once for each lot, in one mail, by however many workers", async () => {
  const several = await account(
    { credits: 140, expiresAt: inDays(2) },
    { credits: 500, expiresAt: inDays(3) },
    { credits: 7, expiresAt: inDays(3.5) },
    { credits: 9, expiresAt: null },
  );
  const others = await Promise.all([
    account({ credits: 5, expiresAt: inDays(4) }),
    account({ credits: 0.5, expiresAt: inDays(1) }),
    account({ credits: 5, effectiveAt: inDays(1), expiresAt: inDays(2) }),
    account({ credits: 5 }),
  ]);
  const suspended = await account({ credits: 5, expiresAt: inDays(2) });
  await suspend(suspended);
  const spent = await account({ credits: 5, expiresAt: inDays(2) });
  await spend(spent, 5_000n);
  expect(await whileBroken("outbox_emails", () => tellExpiringCredits(ctx))).toBe("died");
  await twentyTimes(() => tellExpiringCredits(ctx));
  const { mails, notices } = await told(several);
  expect(mails).toMatchObject([
    {
      template: "credits-expiring",
      props: {
        ...{ credits: "640", expiresAt: "17 Mar 2026, 12:30 UTC" },
        parts: [{ credits: "140" }, { expiresAt: "18 Mar 2026, 12:30 UTC", credits: "500" }],
      },
    },
  ]);
  expect(notices).toMatchObject([{ title: "640 credits expire soon", href: "/credits" }]);
  for (const userId of [...others, suspended, spent]) expect(await countTold(userId)).toEqual([0, 0]);
  clock.set(inDays(1));
  expect(await tellExpiringCredits(ctx), "the lot of 7, that of 4 days, and the one that began").toEqual({
    told: 3,
  });
  expect((await told(several)).mails[0]).toMatchObject({ props: { credits: "7" } });
  clock.set(inDays(30));
  expect(await tellExpiringCredits(ctx), "a month later they are gone").toEqual({ told: 0 });
  clock.set(start);
});
