import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { buckets } from "@/components/ranges/bucket";
import { comparisons } from "@/components/ranges/comparison";
import { presets } from "@/components/ranges/presets";

/** What the page is asked. What was typed is kept as text, so that it can be shown again where it is wrong. */
export const analyticsParsers = {
  period: parseAsStringLiteral(presets),
  /** Both fields of a range of one's own; where they are set they count, not the preset. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  compare: parseAsStringLiteral(comparisons).withDefault("before"),
  by: parseAsStringLiteral(buckets),
  zone: parseAsString.withDefault(""),
  currency: parseAsString.withDefault(""),
  cohorts: parseAsStringLiteral(["active", "payers"] as const).withDefault("active"),
};

export type AnalyticsSearch = inferParserType<typeof analyticsParsers>;

export const loadAnalyticsSearch = createLoader(analyticsParsers);
const serialize = createSerializer<typeof analyticsParsers, string, Route>(analyticsParsers);

export const toAnalyticsHref = (search: Partial<AnalyticsSearch>): Route =>
  serialize("/admin/analytics", search);
export const toCsvHref = (chart: string, search: AnalyticsSearch): string =>
  serialize(`/admin/analytics/export/${chart}`, search);
