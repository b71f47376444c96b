import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { plans } from "@/lib/catalog/catalog";
import { peopleSorts, planStates } from "@/lib/support/types";

const yesOrNo = ["yes", "no"] as const;

export const filterParsers = {
  q: parseAsString.withDefault(""),
  plan: parseAsStringLiteral(plans.map(({ key }) => key)),
  status: parseAsStringLiteral(planStates),
  verified: parseAsStringLiteral(yesOrNo),
  suspended: parseAsStringLiteral(yesOrNo),
  sort: parseAsStringLiteral(peopleSorts).withDefault("newest"),
};

const peopleParsers = { ...filterParsers, before: parseAsString, after: parseAsString };

export const loadPeopleSearch = createLoader(peopleParsers);
const serialize = createSerializer<typeof peopleParsers, string, Route>(peopleParsers);

export const toPeopleHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/users", search);
