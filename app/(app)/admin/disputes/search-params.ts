import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { disputeStages } from "@/lib/disputes/types";

const parsers = { stage: parseAsStringLiteral(disputeStages), before: parseAsString, after: parseAsString };

export const loadDisputeSearch = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toDisputesHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/disputes", search);
