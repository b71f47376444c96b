import { type Route } from "next";
import {
  createLoader,
  createParser,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";

import { parseAsDay } from "@/components/forms/parse-as-day";

/** What the page can show; each stands for the reasons that `to-entry-filter` gives it. */
export const movements = ["added", "used", "returned", "expired", "refunds", "reserved"] as const;
export type Movement = (typeof movements)[number];

export const kindChoices = ["subscription", "payg"] as const;

const largestSeq = 2n ** 63n - 1n;

/** The number of an entry. Anything else in the address is as if it were not there. */
const parseAsSeq = createParser<bigint>({
  parse: (text) => (/^\d{1,19}$/.test(text) && BigInt(text) <= largestSeq ? BigInt(text) : null),
  serialize: (seq) => seq.toString(),
});

export const filterParsers = {
  q: parseAsString.withDefault(""),
  movement: parseAsStringLiteral(movements),
  kind: parseAsStringLiteral(kindChoices),
  from: parseAsDay,
  to: parseAsDay,
};

const historyParsers = { ...filterParsers, before: parseAsSeq, after: parseAsSeq };

export type HistoryFilter = inferParserType<typeof filterParsers>;

export const loadHistorySearch = createLoader(historyParsers);
export const toHistorySearch = createSerializer<typeof historyParsers, string, Route>(historyParsers);
