import { Pool, types } from "pg";

const int8Array = 1016;
const parseArray = types.getTypeParser(int8Array as Parameters<typeof types.getTypeParser>[0]) as (text: string) => string[];
const exact = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, BigInt],
  [int8Array, (text) => parseArray(text).map(BigInt)],
]);

/**
 * A connection pool whose BIGINT columns are `bigint`, never a rounded number.
 * Shared by Prisma and by the statements that go to PostgreSQL directly.
 */
export function createPool(connectionString: string, max: number): Pool {
  const getTypeParser = ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : exact.get(oid)) ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser;
  return new Pool({ connectionString, max, types: { getTypeParser } });
}
