import { TransactionNotFound } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { toSought } from "@/lib/support";
import { requireAdmin } from "@/lib/shared/require-admin";
import { findScope } from "./find-scope";
import { readAmount, type Amount } from "./read-amount";
import { readTransactions, type Place } from "./search-queries";
import { toSearchFacts } from "./to-search-facts";
import type { TransactionLine, TransactionPage, TransactionSearch } from "./types";

const pageSize = 25;

type Searcher = Pick<AppContext, "db" | "actor" | "systemClock">;

const toCursor = (line: TransactionLine | undefined) => (line ? `${line.at.getTime()}_${line.id}` : null);

/** Null for what no page gave. */
function fromCursor(text: string | null | undefined): Place | null {
  const [, at = "", id = ""] = /^(\d{1,15})_(.{36})$/.exec(text ?? "") ?? [];
  const instant = new Date(Number(at));
  return isUuid(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null;
}

async function readPage(
  { db }: Searcher,
  search: TransactionSearch,
  amount: Amount | null,
): Promise<TransactionPage> {
  const { scope, idKind } = await findScope(db, toSought(search.text));
  const below = fromCursor(search.before);
  const above = below ? null : fromCursor(search.after);
  const newestFirst = (search.sort ?? "newest") === "newest";
  const order = newestFirst === (above === null) ? "desc" : "asc";
  const place = below ?? above;
  // Codes as Stripe writes them, also when they are written as words.
  const decline = search.decline
    ?.replaceAll("\0", "")
    .toWellFormed()
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, "_");
  const filter = { ...search, decline };
  const read = await readTransactions(db, { scope, filter, amount, place, order, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const transactions = read.slice(0, pageSize);
  if (above) transactions.reverse();
  return {
    transactions,
    ...{ idKind, amountProblem: null },
    older: above || more ? toCursor(transactions.at(-1)) : null,
    newer: (above ? more : below !== null) ? toCursor(transactions[0]) : null,
  };
}

/**
 * A page of everybody's payments, failed and pending ones too, by keyset. Nothing that is typed is a wildcard or a
 * query. An amount that cannot be one finds nothing and says why. That it was looked, and for what, is written down.
 * @throws TransactionNotFound to anybody but an admin
 */
export async function searchTransactions(
  ctx: Searcher,
  search: TransactionSearch,
  origin: AuditedAct["origin"],
): Promise<TransactionPage> {
  requireAdmin(ctx.actor, TransactionNotFound);
  const amount = search.amount?.trim() ? readAmount(search.amount) : null;
  const page =
    amount && "problem" in amount
      ? { transactions: [], idKind: null, amountProblem: amount.problem, older: null, newer: null }
      : await readPage(ctx, search, amount);
  await ctx.db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "payments_searched", target: { type: "payment", id: "search" } },
      after: { ...toSearchFacts(search), found: page.transactions.length },
      now: ctx.systemClock.now(),
    }),
  );
  return page;
}
