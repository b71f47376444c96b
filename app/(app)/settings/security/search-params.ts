import type { Route } from "next";
import { createLoader, createParser, createSerializer } from "nuqs/server";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of an event. Anything else in the address is as if it were not there. */
const parseAsEventId = createParser<string>({
  parse: (text) => (uuid.test(text) ? text : null),
  serialize: (id) => id,
});

const securityParsers = { before: parseAsEventId, after: parseAsEventId };

export const loadSecuritySearch = createLoader(securityParsers);
const serialize = createSerializer<typeof securityParsers, string, Route>(securityParsers);

export const toSecurityHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/settings/security", search);
