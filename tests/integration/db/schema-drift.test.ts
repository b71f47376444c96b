import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { renderSchemaSql } from "@/lib/db/migrate/migrate";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";

const shape = {
  columns: `SELECT table_name, column_name, udt_name, is_nullable, column_default, datetime_precision,
      character_maximum_length, numeric_precision
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  enums: `SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid ORDER BY 1, e.enumsortorder`,
  // ON ONLY: of a table that is kept in partitions, which the schema does not tell.
  indexes: `SELECT tablename, indexname, replace(indexdef, ' ON ONLY ', ' ON ') AS indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND indexdef NOT LIKE '% WHERE %' AND indexdef NOT LIKE '% INCLUDE %' ORDER BY 1, 2`,
  constraints: `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u') ORDER BY 1, 2`,
};

async function describe(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const entries = await Promise.all(
    Object.entries(shape).map(async ([name, sql]) => {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return [
        name,
        rows.filter((row) => !String(row.table_name ?? row.tablename ?? row.table).startsWith("_prisma")),
      ];
    }),
  );
  await client.end();
  return Object.fromEntries(entries) as Record<string, unknown>;
}

async function databaseFromSchema(): Promise<string> {
  const sql = await renderSchemaSql(await createTestDatabaseUrl());
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  const name = `t_${randomBytes(8).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  await client.query("CREATE EXTENSION pg_trgm");
  await client.query(sql);
  await client.end();
  return url.toString();
}

test("the migrations build exactly the tables that the Prisma schema describes", async () => {
  const migrated = await describe(await createTestDatabaseUrl());
  const described = await describe(await databaseFromSchema());
  expect(migrated).toEqual(described);
});
