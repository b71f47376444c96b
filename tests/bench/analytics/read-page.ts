import { randomUUID } from "node:crypto";
import {
  getCollections,
  getCreditFlow,
  getPeople,
  getPlanShares,
  getRecurring,
  getRetention,
  getRevenue,
  getServices,
  openAnalytics,
  readPulse,
} from "@/lib/analytics";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";

const zone = "UTC";
const dayMs = 86_400_000;

/** The first day of a month some months before the one of `now`. */
const monthsAgo = (now: Date, months: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
const daysAgo = (now: Date, days: number) =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
const lastOfMonthBefore = (firstOfMonth: string) =>
  new Date(Date.parse(`${firstOfMonth}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);

/** What an admin looks at: each ends with today. */
export function questionsOf(now: Date): ReadonlyMap<string, AnalyticsQuery> {
  const today = daysAgo(now, 0);
  const [year, twoYears, threeYears] = [11, 23, 35].map((months) => monthsAgo(now, months)) as [
    string,
    string,
    string,
  ];
  return new Map<string, AnalyticsQuery>([
    [
      "12 months by month, with the 12 before",
      {
        zone,
        range: { from: year, to: today },
        before: { from: twoYears, to: lastOfMonthBefore(year) },
        bucket: "month",
      },
    ],
    [
      "30 days by day, with the 30 before",
      {
        zone,
        range: { from: daysAgo(now, 29), to: today },
        before: { from: daysAgo(now, 59), to: daysAgo(now, 30) },
        bucket: "day",
      },
    ],
    ["3 years by month", { zone, range: { from: threeYears, to: today }, before: null, bucket: "month" }],
  ]);
}

export function contextOf(db: Db): AppContext {
  const clock = { now: () => new Date() };
  const actor = { kind: "user", role: "admin", userId: randomUUID(), sessionId: randomUUID() } as const;
  return { db, actor, clock, systemClock: clock } as unknown as AppContext;
}

type Reading = Awaited<ReturnType<typeof openAnalytics>>;

/** The blocks of the page by name. */
const blocks: Readonly<Record<string, (reading: Reading, query: AnalyticsQuery) => Promise<unknown>>> = {
  revenue: getRevenue,
  recurring: getRecurring,
  people: getPeople,
  plans: getPlanShares,
  services: getServices,
  credits: getCreditFlow,
  collections: getCollections,
  retention: (reading, query) => getRetention(reading, query, "active"),
};

/** As the page reads: the pulse and all blocks at once, from one reading. */
export async function readPage(ctx: AppContext, query: AnalyticsQuery): Promise<void> {
  const reading = await openAnalytics(ctx, query.zone);
  await Promise.all([readPulse(reading), ...Object.values(blocks).map((read) => read(reading, query))]);
}
