import { type Db, type SqlValue } from "@/lib/db";
import { readTouched } from "./receipt";
import { type CreditKind, type Entry, type EntryFilter, type EntryReason } from "./types";

interface EntryRow {
  seq: bigint;
  reason: EntryReason;
  delta_milli: bigint;
  balance_after_milli: bigint;
  created_at: Date;
  touched: bigint[];
  /** Null when nothing was touched. */
  kinds: (CreditKind | null)[] | null;
  lot_descriptions: (string | null)[] | null;
  effective_at: Date | null;
  reference: string;
  description: string;
}

export interface EntryRange extends EntryFilter {
  userId: string;
  before?: bigint;
  after?: bigint;
  limit: number;
}

interface Condition {
  /** Stands for the condition in the statement's name. */
  letter: string;
  /** With `?` where the value goes. */
  sql: string;
  /** The condition is left out when this is undefined. */
  value: SqlValue | undefined;
}

/** A hold moves nothing: it is told only when asked for, while the capture or release that ends it always is. */
const toldByDefault = "e.reason <> 'hold'";

const touchedKind = `EXISTS (
  SELECT FROM generate_series(1, cardinality(e.touched), 2) i
  JOIN credit_lots k ON k.user_id = e.user_id AND k.no = e.touched[i]
  WHERE k.kind = ANY (?::text[]::credit_kind[]))`;

function conditions(range: EntryRange): Condition[] {
  const { userId, before, after, reasons, kinds, references, from, to, search } = range;
  const all: Condition[] = [
    { letter: "u", sql: "e.user_id = ?::uuid", value: userId },
    { letter: "b", sql: "e.seq < ?::bigint", value: before },
    { letter: "a", sql: "e.seq > ?::bigint", value: after },
    { letter: "r", sql: "e.reason = ANY (?::text[]::credit_reason[])", value: reasons },
    { letter: "f", sql: "e.created_at >= ?::timestamptz", value: from },
    { letter: "t", sql: "e.created_at < ?::timestamptz", value: to },
    { letter: "k", sql: touchedKind, value: kinds },
    { letter: "o", sql: "e.reference = ANY (?::text[])", value: references },
    {
      letter: "s",
      sql: "e.description || ' ' || e.reference ILIKE ?::text",
      value: search ? like(search) : undefined,
    },
  ];
  return all.filter(({ value }) => value !== undefined);
}

/** `%` and `_` in what people type are letters, not wildcards. */
function like(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Reads along the primary key: newest first, or oldest first above `after`. */
export async function readEntries(db: Db, range: EntryRange): Promise<Entry[]> {
  const found = conditions(range);
  const where = found.map(({ sql }, index) => sql.replace("?", `$${index + 1}`));
  if (!range.reasons) where.push(toldByDefault);
  const direction = range.after === undefined ? "DESC" : "ASC";
  const rows = await db.sql<EntryRow>({
    name: `credit-entries-${found.map(({ letter }) => letter).join("")}`,
    text: `
      WITH page AS (
        SELECT e.* FROM credit_entries e
        WHERE ${where.join(" AND ")}
        ORDER BY e.seq ${direction} LIMIT $${found.length + 1}::int
      )
      SELECT e.seq::bigint AS seq, e.reason, e.delta_milli, e.balance_after_milli, e.created_at, e.touched, e.reference, e.description,
        l.kinds, l.lot_descriptions, l.effective_at
      FROM page e CROSS JOIN LATERAL (
        SELECT array_agg(l.kind::text ORDER BY i) AS kinds, array_agg(l.description ORDER BY i) AS lot_descriptions,
          max(l.effective_at) AS effective_at
        FROM generate_series(1, cardinality(e.touched), 2) i
        LEFT JOIN credit_lots l ON l.user_id = e.user_id AND l.no = e.touched[i]
      ) l
      ORDER BY e.seq DESC`,
    values: [...found.map(({ value }) => value ?? null), range.limit],
  });
  return rows.map(toEntry);
}

function countsFrom({ reason, effective_at, created_at }: EntryRow): Date | null {
  return reason === "grant" && effective_at && effective_at > created_at ? effective_at : null;
}

function toEntry(row: EntryRow): Entry {
  const kinds = row.kinds ?? [];
  const { parts, debtDeltaMilli } = readTouched(row.touched, kinds);
  const described = (row.lot_descriptions ?? []).filter((_, index) => kinds[index] !== null);
  return {
    seq: row.seq,
    reason: row.reason,
    deltaMilli: row.delta_milli,
    balanceAfterMilli: row.balance_after_milli,
    debtDeltaMilli,
    at: row.created_at,
    countsFrom: countsFrom(row),
    reference: row.reference,
    description: row.description,
    parts: parts.map((part, index) => ({ ...part, lotDescription: described[index] ?? "" })),
  };
}
