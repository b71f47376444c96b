import type { Route } from "next";
import {
  createLoader,
  createParser,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { transactionSorts, transactionStates, type TransactionSearch } from "@/lib/transactions/types";

const dayMs = 86_400_000;

/** A day of the calendar in UTC; anything else in the address is as if it were not there. */
const parseAsDay = createParser<string>({
  parse: (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : null,
  serialize: (day) => day,
});

export const filterParsers = {
  q: parseAsString.withDefault(""),
  amount: parseAsString.withDefault(""),
  status: parseAsStringLiteral(transactionStates),
  kind: parseAsStringLiteral(["purchase", "subscription"] as const),
  decline: parseAsString.withDefault(""),
  from: parseAsDay,
  to: parseAsDay,
  sort: parseAsStringLiteral(transactionSorts).withDefault("newest"),
};

const paymentsParsers = {
  ...filterParsers,
  stripe: parseAsStringLiteral(["yes"] as const),
  before: parseAsString,
  after: parseAsString,
};

export const loadPaymentsSearch = createLoader(paymentsParsers);
const serialize = createSerializer<typeof paymentsParsers, string, Route>(paymentsParsers);

export const toPaymentsHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/payments", search);

type Loaded = Awaited<ReturnType<typeof loadPaymentsSearch>>;

/** What is looked for; the last day of a range belongs to it. */
export function toTransactionSearch(search: Loaded): TransactionSearch {
  const { q, amount, status, kind, decline, from, to, sort, before, after } = search;
  return {
    ...(q ? { text: q } : {}),
    ...(amount ? { amount } : {}),
    ...(status ? { state: status } : {}),
    ...(kind ? { kind } : {}),
    ...(decline.trim() ? { decline: decline.trim() } : {}),
    ...(from ? { from: new Date(`${from}T00:00:00Z`) } : {}),
    ...(to ? { to: new Date(Date.parse(`${to}T00:00:00Z`) + dayMs) } : {}),
    ...{ sort, before, after },
  };
}
