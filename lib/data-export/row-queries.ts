import type { Db } from "@/lib/db";
import type { DataSet } from "./data-set";

const chunk = 500;

const starts = { uuid: "00000000-0000-0000-0000-000000000000", int: "0", text: "" } as const;

const position = "export position";

export type Row = Readonly<Record<string, unknown>>;

function statementOf({ table, owner = "user_id", cursor, columns }: DataSet): string {
  const { expression, type } = cursor;
  const selected = Object.entries(columns).map(([name, column]) => `${column} AS "${name}"`);
  return `SELECT (${expression})::text AS "${position}", ${selected.join(", ")} FROM ${table}
    WHERE ${owner} = $1::uuid AND (${expression}) > $2::${type} ORDER BY (${expression}) LIMIT $3::int`;
}

/** One person's rows of a set, oldest first, five hundred in memory at a time. */
export async function* readRows(db: Db, set: DataSet, userId: string): AsyncGenerator<Row[], void> {
  const text = statementOf(set);
  let after: string = starts[set.cursor.type];
  for (;;) {
    const rows = await db.sql<Record<string, unknown>>({
      name: `export-${set.name}`,
      text,
      values: [userId, after, chunk],
    });
    after = String(rows.at(-1)?.[position]);
    if (rows.length > 0) yield rows;
    if (rows.length < chunk) return;
  }
}
