import type { TransactionSearch } from "./types";

const longest = 100;

/** The search as the record of it keeps it. */
export function toSearchFacts(search: TransactionSearch): Record<string, string> {
  const { text, amount, state, kind, decline, from, to, sort } = search;
  const facts = {
    ...{ text, amount, state, kind, decline, sort },
    from: from?.toISOString(),
    to: to?.toISOString(),
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      value ? [[name, value.slice(0, longest).toWellFormed().replaceAll("\0", "")]] : [],
    ),
  );
}
