import type { Db } from "@/lib/db";
import type { CursorPart, DataSet } from "./data-set";

const chunk = 500;

const starts: Readonly<Record<CursorPart["type"], string>> = {
  uuid: "00000000-0000-0000-0000-000000000000",
  int: "0",
  text: "",
  timestamptz: "-infinity",
};

const position = "export position";

export type Row = Readonly<Record<string, unknown>>;

const partsOf = ({ cursor }: DataSet): readonly CursorPart[] => ("type" in cursor ? [cursor] : cursor);

function statementOf(set: DataSet): string {
  const { table, owner = "user_id", columns } = set;
  const parts = partsOf(set);
  const order = parts.map(({ expression }) => `(${expression})`).join(", ");
  const texts = parts.map(({ expression }) => `(${expression})::text`).join(", ");
  const after = parts.map(({ type }, index) => `($2::text[])[${index + 1}]::${type}`).join(", ");
  const selected = Object.entries(columns).map(([name, column]) => `${column} AS "${name}"`);
  return `SELECT json_build_array(${texts})::text AS "${position}", ${selected.join(", ")} FROM ${table}
    WHERE ${owner} = $1::uuid AND ROW(${order}) > ROW(${after}) ORDER BY ${order} LIMIT $3::int`;
}

/** One person's rows of a set, oldest first, five hundred in memory at a time. */
export async function* readRows(db: Db, set: DataSet, userId: string): AsyncGenerator<Row[], void> {
  const text = statementOf(set);
  let after = partsOf(set).map(({ type }) => starts[type]);
  for (;;) {
    const rows = await db.sql<Record<string, unknown>>({
      name: `export-${set.name}`,
      text,
      values: [userId, after, chunk],
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1)?.[position];
    if (typeof last === "string") after = JSON.parse(last) as string[];
    if (rows.length < chunk) return;
  }
}
