import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Db } from "@/lib/db";
import type { RateLimit } from "./types";

interface Query {
  name?: string;
  text: string;
  values: (string | number | null)[];
}

interface Row {
  points: number;
  expire: bigint | null;
}

/** The library's client: our one-round-trip statements, with times as numbers, which it calculates with. */
function clientOf(db: Db) {
  return {
    async query({ name, text, values }: Query) {
      const rows = await db.sql<Row>({ name: name ?? "rate-limits", text, values });
      return {
        rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
        rowCount: rows.length,
      };
    },
  };
}

const limiters = new WeakMap<Db, Map<string, RateLimiterPostgres>>();

/** One limiter per database and limit: it keeps nothing in memory but its settings and a clean-up timer. */
export function limiterOf(db: Db, limit: RateLimit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(db, known);
  const limiter = known.get(limit.name) ?? createLimiter(db, limit);
  known.set(limit.name, limiter);
  return limiter;
}

function createLimiter(
  db: Db,
  { name, points, windowSeconds, lockSeconds = 0 }: RateLimit,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: clientOf(db),
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: windowSeconds,
    blockDuration: lockSeconds,
  });
}
