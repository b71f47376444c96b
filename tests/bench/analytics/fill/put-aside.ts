import type { Client } from "pg";

/** An index or a constraint that is away while rows come in, and the statement that puts it back. */
interface PutAside {
  bytesOrder: number;
  back: string;
}

const definitions = `
  SELECT i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS owner, c.contype::text AS constraint,
    quote_ident(c.conname) AS called, coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) AS definition,
    pg_get_indexdef(i.indexrelid) AS exact
  FROM pg_index AS i LEFT JOIN pg_constraint AS c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
  WHERE i.indrelid = ANY ($1::regclass[])`;

interface Definition {
  name: string;
  owner: string;
  constraint: string | null;
  called: string;
  definition: string;
  exact: string;
}

/** Every index and constraint of the tables, as text that is the same when they are the same. */
export async function describeTables(client: Client, tables: readonly string[]): Promise<string> {
  const indexes = await client.query<Definition>(`${definitions} ORDER BY name`, [tables]);
  const constraints = await client.query<{ told: string }>(
    `SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) AS told
      FROM pg_constraint WHERE conrelid = ANY ($1::regclass[]) ORDER BY told`,
    [tables],
  );
  return [...indexes.rows.map(({ exact }) => exact), ...constraints.rows.map(({ told }) => told)].join("\n");
}

/** Takes away what can be built faster afterwards: all indexes but those that foreign keys point at. */
export async function putAside(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<Definition>(
    `${definitions} AND NOT EXISTS (SELECT FROM pg_constraint AS f WHERE f.contype = 'f' AND f.conindid = i.indexrelid)`,
    [tables],
  );
  const aside: PutAside[] = [];
  for (const { name, owner, constraint, called, definition } of rows) {
    await client.query(constraint ? `ALTER TABLE ${owner} DROP CONSTRAINT ${called}` : `DROP INDEX ${name}`);
    const back = constraint ? `ALTER TABLE ${owner} ADD CONSTRAINT ${called} ${definition}` : definition;
    aside.push({ bytesOrder: tables.indexOf(owner), back });
  }
  return aside.sort((a, b) => a.bytesOrder - b.bytesOrder).map(({ back }) => back);
}
