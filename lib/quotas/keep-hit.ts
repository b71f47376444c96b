import type { Db } from "@/lib/db";
import type { Allowance } from "./allowance";
import { QuotaExceeded } from "./errors";
import type { QuotaKind } from "./types";

interface Refused {
  userId: string;
  allowance: Allowance;
  kind: QuotaKind;
  used: bigint;
  now: Date;
}

/**
 * Keeps that a limit refused somebody, for admins and for telling them, and makes the error of it. Outside of the
 * transaction that was refused: it is rolled back.
 */
export async function keepHit(
  db: Db,
  { userId, allowance, kind, used, now }: Refused,
): Promise<QuotaExceeded> {
  const index = allowance.kinds.indexOf(kind);
  const [limit, startsAt] = [allowance.limits[index] ?? 0n, allowance.starts[index] ?? now];
  await db.sql({
    name: "keep-quota-hit",
    text: `SELECT keep_quota_hit($1::uuid, $2::text, $3::timestamptz, $4::bigint, $5::boolean, $6::bigint,
      $7::timestamptz)::text AS kept`,
    values: [userId, kind, startsAt, limit, allowance.alerts[index] ?? false, used, now],
  });
  return new QuotaExceeded({ kind, limit, used, resetsAt: allowance.resets[index] ?? null }, now);
}
