import {
  getCollections,
  getCreditFlow,
  getPeople,
  getPlanShares,
  getRecurring,
  getRetention,
  getRevenue,
  getServices,
} from "@/lib/analytics";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import type { Answers } from "./answers";

/** What the page would show of this question. */
export async function askAnalytics(ctx: AppContext, query: AnalyticsQuery): Promise<Answers> {
  const [revenue, recurring, people, plans] = await Promise.all([
    getRevenue(ctx, query),
    getRecurring(ctx, query),
    getPeople(ctx, query),
    getPlanShares(ctx, query),
  ]);
  const [services, credits, collections, active, payers] = await Promise.all([
    getServices(ctx, query),
    getCreditFlow(ctx, query),
    getCollections(ctx, query),
    getRetention(ctx, query, "active"),
    getRetention(ctx, query, "payers"),
  ]);
  return { revenue, recurring, people, plans, services, credits, collections, active, payers };
}
