import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { personTabs } from "@/lib/support/types";
import { doneActs } from "./done";

const personParsers = {
  tab: parseAsStringLiteral(personTabs).withDefault("credits"),
  done: parseAsStringLiteral(doneActs),
  before: parseAsString,
  after: parseAsString,
};

export const loadPersonSearch = createLoader(personParsers);
const serialize = createSerializer<typeof personParsers, string, Route>(personParsers);

export const toPersonHref = (id: string, search: Parameters<typeof serialize>[1]): Route =>
  serialize(`/admin/users/${id}`, search);
