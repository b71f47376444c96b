import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { openDatabase, type Database } from "@/lib/db";

/** Connection string of a fresh copy of the migrated template, or of PostgreSQL's own, which is empty. */
export async function createTestDatabaseUrl(template: string = inject("templateDatabase")): Promise<string> {
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  const name = `t_${randomBytes(8).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.end();
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return url.toString();
}

/** A database of this test file's own, closed after its tests. Call it once per file. */
export async function createTestDatabase(maxConnections = 10): Promise<Database> {
  const db = openDatabase(await createTestDatabaseUrl(), maxConnections);
  afterAll(() => db.close());
  return db;
}
