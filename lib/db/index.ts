import "server-only";

export type { Database, Db, SqlStatement, SqlValue } from "./db";
export { Prisma } from "./generated/client";
export { openDatabase } from "./open-database";
export { waitForWriters } from "./wait-for-writers";
