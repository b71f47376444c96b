import type { Route } from "next";
import { createLoader, createParser, createSerializer, parseAsStringLiteral } from "nuqs/server";
import { recordTypes, statusChoices, type RecordCursor } from "@/lib/payments/types";

const cursor = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place of a record: its instant and id. Anything else in the address is as if it were not there. */
const parseAsCursor = createParser<RecordCursor>({
  parse: (text) => {
    const [, at, id] = cursor.exec(text) ?? [];
    const instant = new Date(Number(at));
    return id && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null;
  },
  serialize: ({ at, id }) => `${at.getTime()}_${id}`,
});

export const filterParsers = {
  type: parseAsStringLiteral(recordTypes),
  status: parseAsStringLiteral(statusChoices),
};

const historyParsers = { ...filterParsers, before: parseAsCursor, after: parseAsCursor };

export const loadBillingSearch = createLoader(historyParsers);
const serialize = createSerializer<typeof historyParsers, string, Route>(historyParsers);

export const toBillingHistoryHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/billing/history", search);
