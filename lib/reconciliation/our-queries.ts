import type { Db, SqlValue } from "@/lib/db";

/** Which rows of ours. Pages of rows go by our own id, above `after`. */
export type Choice =
  | { by: "ids"; ids: readonly string[] }
  | { by: "time"; since: Date; until: Date; userId: string | null; after: string }
  /** From before a time, but not at their end: what may have changed since. */
  | { by: "open"; before: Date; userId: string | null; after: string };

/** What every row says of itself. */
export interface OurRow {
  id: string;
  stripeId: string;
  userId: string;
  at: Date;
}

/** Rows of one table, which goes by `t` in the expressions. */
export interface Source {
  name: string;
  table: string;
  columns: string;
  stripeId: string;
  at: string;
  /** What happened from $4 to $5. */
  inTime: string;
  /** What may change yet. */
  open: string;
}

export const pageSize = 200;
export const firstId = "00000000-0000-0000-0000-000000000000";

const page = "($1::uuid IS NULL OR t.user_id = $1::uuid) AND t.id > $2::uuid ORDER BY t.id LIMIT $3::int";

function toCondition(source: Source, choice: Choice): { condition: string; values: SqlValue[] } {
  if (choice.by === "ids") return { condition: `${source.stripeId} = ANY($1::text[])`, values: [choice.ids] };
  const paged = [choice.userId, choice.after, pageSize];
  if (choice.by === "time")
    return { condition: `(${source.inTime}) AND ${page}`, values: [...paged, choice.since, choice.until] };
  return {
    condition: `(${source.open}) AND ${source.at} < $4::timestamptz AND ${page}`,
    values: [...paged, choice.before],
  };
}

export function readOurs<Row extends OurRow>(db: Db, source: Source, choice: Choice): Promise<Row[]> {
  const { name, table, columns, stripeId, at } = source;
  const { condition, values } = toCondition(source, choice);
  return db.sql<Row>({
    name: `reconcile-${name}-${choice.by}`,
    text: `SELECT t.id, ${stripeId} AS "stripeId", t.user_id AS "userId", ${at} AS at, ${columns}
      FROM ${table} t WHERE ${condition}`,
    values,
  });
}

/** Whose customers these are; strangers are left out. */
export async function readOwners(db: Db, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql<{ customer: string; owner: string }>({
    name: "reconcile-owners",
    text: `SELECT stripe_customer_id AS customer, user_id::text AS owner FROM stripe_customers
      WHERE stripe_customer_id = ANY($1::text[])`,
    values: [customerIds],
  });
  return new Map(rows.map(({ customer, owner }) => [customer, owner]));
}

/** Of these customers, those with events that are to be processed yet. */
export async function readWaiting(db: Db, customerIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.sql<{ customer: string }>({
    name: "reconcile-waiting",
    text: `SELECT DISTINCT stripe_customer_id AS customer FROM stripe_events
      WHERE stripe_customer_id = ANY($1::text[]) AND status IN ('pending', 'failed')`,
    values: [customerIds],
  });
  return new Set(rows.map(({ customer }) => customer));
}
