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
} from "@/lib/analytics";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import type { Answers } from "./answers";

/** What the page would show of this question. */
export async function askAnalytics(ctx: AppContext, query: AnalyticsQuery): Promise<Answers> {
  const reading = await openAnalytics(ctx, query.zone);
  const [revenue, recurring, people, plans] = await Promise.all([
    getRevenue(reading, query),
    getRecurring(reading, query),
    getPeople(reading, query),
    getPlanShares(reading, query),
  ]);
  const [services, credits, collections, active, payers] = await Promise.all([
    getServices(reading, query),
    getCreditFlow(reading, query),
    getCollections(reading, query),
    getRetention(reading, query, "active"),
    getRetention(reading, query, "payers"),
  ]);
  return { revenue, recurring, people, plans, services, credits, collections, active, payers };
}
