import { cache } from "react";
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
import type { AnalyticsQuery, RetentionOf } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import { addMonths, startOfMonth } from "@/components/ranges/days";

type Question<Answer> = (
  reading: Awaited<ReturnType<typeof openAnalytics>>,
  query: AnalyticsQuery,
) => Promise<Answer>;

// All blocks put their questions to one reading, and what several show is asked for once per page.
const open = cache(openAnalytics);
/** Made of the same reading as the figures: what it does not tell of, they do not show yet. */
export const readPulseIn = async (ctx: AppContext, zone: string) => readPulse(await open(ctx, zone));
const once = <Answer>(question: Question<Answer>) =>
  cache(async (ctx: AppContext, query: AnalyticsQuery) => question(await open(ctx, query.zone), query));

export const readRevenue = once(getRevenue);
export const readRecurring = once(getRecurring);
export const readPeople = once(getPeople);
export const readPlanShares = once(getPlanShares);
export const readServices = once(getServices);
export const readCreditFlow = once(getCreditFlow);
export const readCollections = once(getCollections);
/** Cohorts say little before a year: they are followed for the twelve months to the end of the range at least. */
export const readRetention = cache(async (ctx: AppContext, query: AnalyticsQuery, of: RetentionOf) => {
  const year = addMonths(startOfMonth(query.range.to), -11);
  const from = year < query.range.from ? year : query.range.from;
  return getRetention(await open(ctx, query.zone), { ...query, range: { ...query.range, from } }, of);
});
