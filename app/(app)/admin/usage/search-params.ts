import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import type { Preset } from "@/components/ranges/presets";
import { usageMeasures } from "@/lib/usage/types";

/** The ranges that are asked for most, in the order of their links. */
export const monitoringPresets = [
  "last-7",
  "last-30",
  "last-90",
  "this-month",
  "last-month",
  "this-quarter",
] as const satisfies readonly Preset[];

/** What the page is asked. What was typed is kept as text, so that it can be shown again where it is wrong. */
export const monitoringParsers = {
  period: parseAsStringLiteral(monitoringPresets),
  /** Both fields of a range of one's own; where they are set they count, not the preset. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  /** What people are ranked by. */
  by: parseAsStringLiteral(usageMeasures).withDefault("credits"),
  q: parseAsString.withDefault(""),
  people: parseAsStringLiteral(["all"] as const),
};

export type MonitoringSearch = inferParserType<typeof monitoringParsers>;

export const loadMonitoringSearch = createLoader(monitoringParsers);
const serialize = createSerializer<typeof monitoringParsers, string, Route>(monitoringParsers);

export const toMonitoringHref = (search: Partial<MonitoringSearch>): Route =>
  serialize("/admin/usage", search);
/** The same figures as a file; all people that are listed, not only the first. */
export const toTableHref = (table: string, { people: _, ...search }: MonitoringSearch): string =>
  serialize(`/admin/usage/download/${table}`, search);
