import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { contactStatuses } from "@/lib/contact/types";

const parsers = {
  status: parseAsStringLiteral(contactStatuses),
  before: parseAsString,
  after: parseAsString,
};

export const loadMessageSearch = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toMessagesHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/messages", search);
