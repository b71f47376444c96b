import { Prisma, type Db } from "@/lib/db";

const most = 2_500;

/** Names that Prisma's schema maps by hand. */
const mapped: Readonly<Record<string, string>> = { emailVerified: "email_verified_at" };

const toColumn = (name: string) =>
  mapped[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toStored(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return value === Prisma.DbNull ? null : value;
}

/**
 * Writes thousands of rows as one JSON text each time: binding each value by itself, as `createMany` does, takes many
 * times as long. Rows need all columns that have no null.
 */
export async function insertRows(tx: Db, table: string, rows: readonly object[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => `"${toColumn(name)}"`).join(", ");
  for (let from = 0; from < rows.length; from += most) {
    const piece = rows
      .slice(from, from + most)
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [toColumn(name), value])));
    await tx.sql({
      name: `seed-${table}`,
      text: `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      values: [JSON.stringify(piece, toStored)],
    });
  }
}
