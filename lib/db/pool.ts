import { Pool, types, type PoolClient } from "pg";

type Parse = (text: string) => unknown;

const int8 = 20;
const int8Array = 1016;
const parserOf = types.getTypeParser as unknown as (oid: number, format?: string) => Parse;
const parseInt8Array = parserOf(int8Array) as (text: string) => string[];

function exactParserOf(oid: number, format?: string): Parse {
  if (format !== "binary" && oid === int8) return BigInt;
  if (format !== "binary" && oid === int8Array) return (text) => parseInt8Array(text).map(BigInt);
  return parserOf(oid, format);
}

/** A lost connection fails the next query on it; without a listener the event would end the process. */
const leaveToNextQuery = () => undefined;

/** Asked once of each connection before it is used; one that cannot take it is used by nobody. */
function refuseChanges(client: PoolClient, done: (error?: Error) => void): void {
  client.query("SET default_transaction_read_only = on").then(() => {
    done();
  }, done);
}

/**
 * A connection pool whose BIGINT columns are `bigint`, never a rounded number.
 * Shared by Prisma and by the statements that go to PostgreSQL directly.
 */
export function createPool(connectionString: string, max: number, { readOnly = false } = {}): Pool {
  const pool = new Pool({
    connectionString,
    max,
    types: { getTypeParser: exactParserOf as typeof types.getTypeParser },
    ...(readOnly ? { verify: refuseChanges } : {}),
  });
  pool.on("error", leaveToNextQuery);
  pool.on("connect", (client) => client.on("error", leaveToNextQuery));
  return pool;
}
