import type { Db } from "@/lib/db";

export interface RunKeyClaim {
  userId: string;
  keyHash: string;
  fingerprint: string;
  runKey: string;
  createdAt: Date;
}

/**
 * Takes an Idempotency-Key for a run, also one that was forgotten at `forgottenAt`. Of any number of parallel calls
 * one gets null; the others get what that one claimed, or undefined when it has given it up meanwhile.
 */
export async function claimRunKey(
  db: Db,
  claim: RunKeyClaim,
  forgottenAt: Date,
): Promise<RunKeyClaim | null | undefined> {
  const { userId, keyHash, fingerprint, runKey, createdAt } = claim;
  const taken = await db.sql({
    name: "claim-api-run-key",
    text: `INSERT INTO api_run_keys AS k (user_id, key_hash, fingerprint, run_key, created_at)
      VALUES ($1::uuid, $2, $3, $4::uuid, $5::timestamptz)
      ON CONFLICT (user_id, key_hash) DO UPDATE
        SET fingerprint = excluded.fingerprint, run_key = excluded.run_key, created_at = excluded.created_at
        WHERE k.created_at <= $6::timestamptz
      RETURNING 1 AS taken`,
    values: [userId, keyHash, fingerprint, runKey, createdAt, forgottenAt],
  });
  if (taken.length > 0) return null;
  const [first] = await db.sql<RunKeyClaim>({
    name: "find-api-run-key",
    text: `SELECT user_id AS "userId", key_hash AS "keyHash", fingerprint, run_key AS "runKey",
        created_at AS "createdAt"
      FROM api_run_keys WHERE user_id = $1::uuid AND key_hash = $2`,
    values: [userId, keyHash],
  });
  return first;
}

/** Gives up a claim whose run never began. */
export async function releaseRunKey(db: Db, { userId, keyHash, runKey }: RunKeyClaim): Promise<void> {
  await db.prisma.apiRunKey.deleteMany({ where: { userId, keyHash, runKey } });
}

/** @returns how many went */
export async function deleteRunKeysBefore(db: Db, instant: Date): Promise<number> {
  const { count } = await db.prisma.apiRunKey.deleteMany({ where: { createdAt: { lte: instant } } });
  return count;
}
