import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const requestStates = ["waiting", "approved", "declined", "withdrawn"] as const;

const requestsParsers = {
  /** Those that wait if absent. */
  status: parseAsStringLiteral([...requestStates, "all"]).withDefault("waiting"),
  before: parseAsString,
  after: parseAsString,
};

export const loadRequestsSearch = createLoader(requestsParsers);
const serialize = createSerializer<typeof requestsParsers, string, Route>(requestsParsers);

export const toRequestsHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/refunds", search);
