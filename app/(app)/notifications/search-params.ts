import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { noticeFilters } from "@/lib/inbox/types";

const parsers = {
  show: parseAsStringLiteral(noticeFilters).withDefault("all"),
  before: parseAsString,
  after: parseAsString,
};

export const loadNoticeSearch = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toNoticesHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/notifications", search);
