import type { AppContext } from "@/lib/context";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import type { AnalyticsSearch } from "../search-params";

/** What every block of the page is asked. */
export interface BlockProps {
  ctx: AppContext;
  query: AnalyticsQuery;
  search: AnalyticsSearch;
}

/** Tells figures of one question from those of another. */
export const questionKey = ({ query, search }: BlockProps): string =>
  [query.zone, query.range.from, query.range.to, search.currency].join(" ");
