import { expect, test } from "vitest";
import { findUsageSpikes } from "@/lib/usage-alerts";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";
import { createAlertsWorld, dayMs, start } from "./setup";

const db = await createTestDatabase();
const { ctx, clock, twentyTimes, told, countTold, whileBroken, suspend } = createAlertsWorld(db);
const hourMs = 3_600_000;

interface Use {
  userId: string;
  hoursAgo: number;
  credits?: number;
  calls?: number;
}

/** Sums of hours, as they are written from records. The hour that is running is `hoursAgo` 0. */
async function use(...uses: readonly Use[]): Promise<void> {
  const sums = {
    subscriptionMilli: 0n,
    paygMilli: 0n,
    durationMs: 0n,
    succeeded: 0,
    failed: 0,
    subject: "s",
  };
  const rows = uses.flatMap(({ userId, hoursAgo, credits = 0, calls = 0 }) => {
    const hour = new Date(Math.floor(start.getTime() / hourMs - hoursAgo) * hourMs);
    const run = { kind: "run", source: "web", events: 1, costMilli: BigInt(credits * 1_000) } as const;
    // What a run by the API costs stands with its call, too.
    const call = { kind: "api_call", source: "api", events: calls, costMilli: 9_000_000n } as const;
    return [...(credits ? [run] : []), ...(calls ? [call] : [])].map((row) => ({
      ...sums,
      ...row,
      userId,
      hour,
    }));
  });
  await db.prisma.usageHour.createMany({ data: rows });
}

/** Somebody with 10 credits and 20 calls on each of this many days before the last. */
async function someone(days = 28): Promise<string> {
  const { id: userId } = await createUser(db);
  const day = (_: unknown, index: number) => ({
    userId,
    hoursAgo: 24 * (index + 1) + 5,
    credits: 10,
    calls: 20,
  });
  await use(...Array.from({ length: days }, day));
  return userId;
}

test("a day far above the usual is kept with its figures and told once, by however many workers", async () => {
  const spent = await someone();
  await use({ userId: spent, hoursAgo: 1, credits: 300 });
  await use({ userId: spent, hoursAgo: 24, credits: 112.4, calls: 20 });
  const called = await someone();
  await use({ userId: called, hoursAgo: 2, credits: 10, calls: 1_000 });
  const [usual, fresh, late, gone] = [await someone(), await someone(6), await someone(), await someone()];
  await use({ userId: usual, hoursAgo: 1, credits: 29, calls: 499 });
  await use({ userId: fresh, hoursAgo: 1, credits: 5_000 });
  // Neither the hour that is running nor the 25th before is of the last 24.
  for (const hoursAgo of [0, 25]) await use({ userId: late, hoursAgo, credits: 5_000 });
  await use({ userId: gone, hoursAgo: 1, credits: 5_000 });
  await suspend(gone);
  expect(await whileBroken("notices", () => findUsageSpikes(ctx))).toBe("died");
  expect(await db.prisma.usageSpike.count()).toBe(0);
  await twentyTimes(() => findUsageSpikes(ctx));
  expect(await db.prisma.usageSpike.findMany({ orderBy: { calls: "asc" } })).toMatchObject([
    {
      ...{
        userId: spent,
        creditsRose: true,
        creditsMilli: 412_400n,
        usualCreditsMilli: 10_000n,
        callsRose: false,
      },
      ...{ calls: 20n, usualCalls: 20n, day: new Date("2026-03-15T00:00:00Z") },
      endsAt: new Date("2026-03-15T12:00:00Z"),
    },
    { userId: called, creditsRose: false, callsRose: true, calls: 1_000n, usualCalls: 20n },
  ]);
  const { mails, notices } = await told(spent);
  expect(mails).toMatchObject([
    {
      template: "usage-spike",
      props: {
        until: "15 Mar 2026, 12:00 UTC",
        rises: [{ what: "Credits", last: "412 credits", usual: "10 credits" }],
      },
    },
  ]);
  expect(notices).toMatchObject([
    { body: "Credits: 412 credits in a day, usually 10 credits.", href: "/usage" },
  ]);
  expect((await told(called)).mails).toMatchObject([
    { props: { rises: [{ what: "API calls", last: "1,000", usual: "20" }] } },
  ]);
  for (const userId of [usual, fresh, late, gone]) expect(await countTold(userId)).toEqual([0, 0]);
});

test("one rise that a midnight parts is told once, the next one again", async () => {
  const userId = await someone();
  await use({ userId, hoursAgo: 1, credits: 400 });
  clock.set(start);
  await findUsageSpikes(ctx);
  clock.set(new Date("2026-03-16T00:20:00Z"));
  await findUsageSpikes(ctx);
  expect(await countTold(userId)).toEqual([1, 1]);
  await use({ userId, hoursAgo: -40, credits: 2_000 });
  clock.set(new Date(start.getTime() + 2 * dayMs));
  await findUsageSpikes(ctx);
  await findUsageSpikes(ctx);
  clock.set(start);
  expect(await countTold(userId)).toEqual([2, 2]);
});
