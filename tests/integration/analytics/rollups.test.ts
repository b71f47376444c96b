import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as analytics from "@/lib/analytics";
import type { AnalyticsQuery, DayRange } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import { openDatabase, type Database } from "@/lib/db";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";
import { createPeople, happen, happening } from "./random-facts";

const clock = fixedClock(new Date("2028-03-16T12:00:00Z"));
const contextOf = (db: Database): AppContext => {
  const id = randomUUID();
  const actor = { kind: "user", userId: id, role: "admin", sessionId: id } as const;
  return { db, actor, clock, systemClock: clock } as unknown as AppContext;
};

async function readAll(ctx: AppContext, zone: string, range: DayRange) {
  const before = { from: "2028-02-01", to: "2028-02-26" };
  const query: AnalyticsQuery = { zone, range, before, bucket: "week" };
  const reading = await analytics.openAnalytics(ctx, zone);
  const { getRevenue, getRecurring, getPeople, getPlanShares, getServices, getCreditFlow } = analytics;
  return {
    revenue: await getRevenue(reading, query),
    recurring: await getRecurring(reading, query),
    people: await getPeople(reading, query),
    plans: await getPlanShares(reading, query),
    services: await getServices(reading, query),
    credits: await getCreditFlow(reading, query),
    collections: await analytics.getCollections(reading, query),
    active: await analytics.getRetention(reading, query, "active"),
    payers: await analytics.getRetention(reading, query, "payers"),
  };
}

/** Two names of one zone: of the first the days are kept, for the second nobody has asked. */
const aliases = [
  ["UTC", "Etc/UTC"],
  ["America/New_York", "US/Eastern"],
  ["Asia/Kathmandu", "Asia/Katmandu"],
] as const;
const ranges: DayRange[] = [
  { from: "2028-01-01", to: "2028-12-31" },
  { from: "2028-02-29", to: "2028-03-12" },
  { from: "2028-03-12", to: "2028-03-12" },
];

const asked = fc.record({
  zones: fc.constantFrom(...aliases),
  range: fc.constantFrom(...ranges),
  story: fc.array(happening, { minLength: 20, maxLength: 45 }),
});

test("kept days and changed ones together say what the facts say, late and changed facts included", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ story, range, zones: [zone, alias] }) => {
      const db = openDatabase(await createTestDatabaseUrl(), 4);
      try {
        const ctx = contextOf(db);
        const people = await createPeople(db);
        await db.prisma.analyticsZone.create({ data: { zone, lastAskedAt: clock.now() } });
        for (const event of story)
          if (event.kind === "refresh") await analytics.refreshAnalytics(ctx);
          else await happen(db, people, event);
        const facts = await readAll(ctx, alias, range);
        expect(await readAll(ctx, zone, range)).toEqual(facts);
        await analytics.refreshAnalytics(ctx);
        expect(await db.prisma.analyticsMark.count()).toBe(0);
        expect(await readAll(ctx, zone, range)).toEqual(facts);
        expect((await analytics.verifyAnalytics(ctx)).differences).toEqual([]);
      } finally {
        await db.close();
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 60_000);
