import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import type { Preset } from "@/components/ranges/presets";
import { usageKinds, usageSources } from "@/lib/usage/types";

/** The ranges that are asked for most, in the order of their links. */
export const usagePresets = [
  "last-7",
  "last-30",
  "last-90",
  "this-month",
  "last-month",
  "last-12-months",
] as const satisfies readonly Preset[];

/** What the chart is of: credits by what took them or by their kind, or how often something was used. */
const chartViews = ["subject", "credits", "events"] as const;
export type ChartView = (typeof chartViews)[number];

/** What the page is asked. What was typed is kept as text, so that it can be shown again where it is wrong. */
export const usageParsers = {
  period: parseAsStringLiteral(usagePresets),
  /** Both fields of a range of one's own; where they are set they count, not the preset. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(usageKinds),
  /** A service's slug, or an operation's id. */
  subject: parseAsString.withDefault(""),
  source: parseAsStringLiteral(usageSources),
  chart: parseAsStringLiteral(chartViews),
};

export type UsageSearch = inferParserType<typeof usageParsers>;

export const loadUsageSearch = createLoader(usageParsers);
const serialize = createSerializer<typeof usageParsers, string, Route>(usageParsers);

export const toUsageHref = (search: Partial<UsageSearch>): Route => serialize("/usage", search);

const serializeExport = createSerializer({
  ...{ format: parseAsStringLiteral(["csv", "pdf"] as const), from: parseAsString, to: parseAsString },
  ...{ kind: usageParsers.kind, subject: parseAsString, source: usageParsers.source },
});

/** The same figures as a file. */
export const toExportHref = (
  format: "csv" | "pdf",
  { kind, subject, source }: Pick<UsageSearch, "kind" | "subject" | "source">,
  range: { from: string; to: string },
): string => serializeExport("/usage/export", { format, ...range, kind, subject: subject || null, source });
