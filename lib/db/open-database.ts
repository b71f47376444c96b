import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import type { Database, Db, SqlStatement } from "./db";
import { PrismaClient, type Prisma } from "./generated/client";
import { createPool } from "./pool";

function onPool(pool: Pool, prisma: PrismaClient): Db {
  return {
    prisma,
    async sql<Row>({ name, text, values }: SqlStatement) {
      const result = await pool.query({ name, text, values: [...values] });
      return result.rows as Row[];
    },
  };
}

function inTransaction(tx: Prisma.TransactionClient): Db {
  return {
    prisma: tx,
    sql: <Row>({ text, values }: SqlStatement) => tx.$queryRawUnsafe<Row[]>(text, ...values),
  };
}

/** Opens the database. Close it when the process ends. With `readOnly` PostgreSQL refuses every change. */
export function openDatabase(
  connectionString: string,
  maxConnections = 10,
  { readOnly = false } = {},
): Database {
  const pool = createPool(connectionString, maxConnections, { readOnly });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    ...onPool(pool, prisma),
    transaction: (work) =>
      prisma.$transaction((tx) => work(inTransaction(tx)), { timeout: 20_000, maxWait: 10_000 }),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
