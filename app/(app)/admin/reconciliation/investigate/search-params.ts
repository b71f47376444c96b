import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

const parsers = {
  id: parseAsString.withDefault(""),
  /** Whom an admin thinks of: an address or an id. */
  person: parseAsString.withDefault(""),
  /** The lookup key of a pack. */
  pack: parseAsString.withDefault(""),
  notice: parseAsStringLiteral(["registered", "already", "remains"] as const),
};

export const loadInvestigation = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toInvestigateHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/reconciliation/investigate", search);
