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
} from "@/lib/analytics";
import type { AnalyticsQuery, RetentionOf } from "@/lib/analytics/types";
import type { AppContext } from "@/lib/context";
import { addMonths, startOfMonth } from "../_range/days";

// Several blocks show parts of one answer: it is asked for once per page.
export const readRevenue = cache(getRevenue);
export const readRecurring = cache(getRecurring);
export const readPeople = cache(getPeople);
export const readPlanShares = cache(getPlanShares);
export const readServices = cache(getServices);
export const readCreditFlow = cache(getCreditFlow);
export const readCollections = cache(getCollections);
/** Cohorts say little before a year: they are followed for the twelve months to the end of the range at least. */
export const readRetention = cache((ctx: AppContext, query: AnalyticsQuery, of: RetentionOf) => {
  const year = addMonths(startOfMonth(query.range.to), -11);
  const from = year < query.range.from ? year : query.range.from;
  return getRetention(ctx, { ...query, range: { ...query.range, from } }, of);
});
