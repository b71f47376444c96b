import type { Db } from "@/lib/db";
import type { ApiCaller, ApiScope } from "./types";

/** One person's changes to their keys wait for each other, so that a limit on their number holds. */
export async function lockOwner(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-api-key-owner",
    text: "SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE",
    values: [userId],
  });
}

export async function countKeys(tx: Db, userId: string): Promise<number> {
  return tx.prisma.apiKey.count({ where: { userId, revokedAt: null } });
}

export interface NewKey {
  userId: string;
  name: string;
  prefix: string;
  lastFour: string;
  secretHash: string;
  scopes: ApiScope[];
  createdAt: Date;
  expiresAt: Date | null;
}

export async function insertKey(tx: Db, key: NewKey): Promise<string> {
  const { id } = await tx.prisma.apiKey.create({ data: key, select: { id: true } });
  return id;
}

type OwnKey = { userId: string; keyId: string };

/** A person's own key that is not revoked, kept from other changes until the transaction ends. */
export async function lockKey(tx: Db, { userId, keyId }: OwnKey) {
  await lockOwner(tx, userId);
  return tx.prisma.apiKey.findFirst({
    where: { id: keyId, userId, revokedAt: null },
    select: { id: true, name: true, secretHash: true, expiresAt: true },
  });
}

export interface NewSecret {
  prefix: string;
  lastFour: string;
  secretHash: string;
  previousHash: string | null;
  previousUntil: Date | null;
  rotatedAt: Date;
}

export async function replaceSecret(tx: Db, keyId: string, secret: NewSecret): Promise<void> {
  await tx.prisma.apiKey.update({ where: { id: keyId }, data: secret, select: { id: true } });
}

/** Ends one key of a person, or all of them; the names of those that it ended. */
export async function markRevoked(
  tx: Db,
  { userId, keyId, now }: { userId: string; keyId?: string; now: Date },
): Promise<string[]> {
  const revoked = await tx.prisma.apiKey.updateManyAndReturn({
    where: { userId, revokedAt: null, ...(keyId === undefined ? {} : { id: keyId }) },
    data: { revokedAt: now },
    select: { name: true },
  });
  return revoked.map(({ name }) => name);
}

interface Presented {
  secretHash: string;
  now: Date;
  /** A use before this instant is noted anew. */
  touchBefore: Date;
}

/** Whom a secret speaks for, in one round trip that also notes the use. */
export async function findCaller(
  db: Db,
  { secretHash, now, touchBefore }: Presented,
): Promise<ApiCaller | null> {
  const [caller] = await db.sql<ApiCaller>({
    name: "use-api-key",
    text: `WITH live AS (
        SELECT k.id, k.user_id, k.scopes FROM api_keys k
        JOIN users u ON u.id = k.user_id AND u.suspended_at IS NULL AND u.email_verified_at IS NOT NULL
        WHERE (k.secret_hash = $1::text OR (k.previous_hash = $1::text AND k.previous_until > $2::timestamptz))
          AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2::timestamptz)
      ), touched AS (
        UPDATE api_keys SET last_used_at = $2::timestamptz FROM live
        WHERE api_keys.id = live.id
          AND (api_keys.last_used_at IS NULL OR api_keys.last_used_at < $3::timestamptz)
      )
      SELECT id AS "keyId", user_id AS "userId", scopes FROM live`,
    values: [secretHash, now, touchBefore],
  });
  return caller ?? null;
}
