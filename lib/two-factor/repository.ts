import type { Db } from "@/lib/db";
import type { SealedText } from "@/lib/ports/secret-box";
import { pendingAttempts } from "./policy";
import type { FirstFactor } from "./types";

interface NewPendingSignIn {
  id: string;
  userId: string;
  tokenHash: string;
  /** Of the password that the first proof was made under; that of now for a proof that is no password. */
  passwordStamp: string | null;
  firstFactor: FirstFactor;
  nextPath: string;
  now: Date;
  expiresAt: Date;
}

/** Begins a sign-in that owes its second step, and clears away what is left of the person's earlier ones. */
export async function insertPending(db: Db, pending: NewPendingSignIn): Promise<void> {
  const { id, userId, tokenHash, passwordStamp, firstFactor, nextPath, now, expiresAt } = pending;
  await db.sql({
    name: "insert-pending-sign-in",
    text: `WITH cleared AS (DELETE FROM pending_sign_ins WHERE user_id = $2::uuid AND expires_at <= $6::timestamptz)
      INSERT INTO pending_sign_ins
        (id, user_id, token_hash, password_stamp, first_factor, next_path, created_at, expires_at)
      SELECT $1::uuid, u.id, $3::text,
        coalesce($8::text, encode(sha256(convert_to(coalesce(u.password_hash, ''), 'UTF8')), 'hex')),
        $4::text, $5::text, $6::timestamptz, $7::timestamptz
      FROM users u WHERE u.id = $2::uuid`,
    values: [id, userId, tokenHash, firstFactor, nextPath, now, expiresAt, passwordStamp],
  });
}

/** Counts a try before it is looked at. @returns false when there were enough */
export async function countAttempt(db: Db, id: string): Promise<boolean> {
  const { count } = await db.prisma.pendingSignIn.updateMany({
    where: { id, attempts: { lt: pendingAttempts } },
    data: { attempts: { increment: 1 } },
  });
  return count === 1;
}

/** @returns whether it was still unused: of parallel calls one hears yes */
export async function spendPending(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.prisma.pendingSignIn.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

async function deletePending(db: Db, userId: string): Promise<void> {
  await db.prisma.pendingSignIn.deleteMany({ where: { userId } });
}

interface NewSecret extends SealedText {
  userId: string;
  now: Date;
}

/** Puts a secret in the place of one that was not confirmed. @returns false when two-factor sign-in is on */
export async function saveUnconfirmed(db: Db, { userId, sealed, keyId, now }: NewSecret): Promise<boolean> {
  await db.prisma.totpSecret.deleteMany({ where: { userId, confirmedAt: null } });
  const { count } = await db.prisma.totpSecret.createMany({
    data: [{ userId, sealed, keyId, createdAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}

interface ConfirmedSecret {
  userId: string;
  /** The secret that the code belonged to, not one that another tab made since. */
  sealed: string;
  step: number;
  now: Date;
}

/** @returns whether it was waiting for this */
export async function confirmSecret(
  db: Db,
  { userId, sealed, step, now }: ConfirmedSecret,
): Promise<boolean> {
  const { count } = await db.prisma.totpSecret.updateMany({
    where: { userId, sealed, confirmedAt: null },
    data: { confirmedAt: now, lastUsedStep: step },
  });
  return count === 1;
}

/** Steps only go up, so a code passes once however many send it at the same time. @returns whether it passed */
export async function claimStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { count } = await db.prisma.totpSecret.updateMany({
    where: {
      userId,
      confirmedAt: { not: null },
      OR: [{ lastUsedStep: null }, { lastUsedStep: { lt: step } }],
    },
    data: { lastUsedStep: step },
  });
  return count === 1;
}

/** After a change of the installation's secret: the same secret, sealed with the new key. */
export async function resealSecret(db: Db, userId: string, { sealed, keyId }: SealedText): Promise<void> {
  await db.prisma.totpSecret.updateMany({ where: { userId }, data: { sealed, keyId } });
}

/** @returns whether the code was there and unused: of parallel calls one hears yes */
export async function spendRecoveryCode(
  db: Db,
  { userId, codeHash, now }: { userId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const { count } = await db.prisma.recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Those from before count no more. */
export async function replaceRecoveryCodes(
  db: Db,
  { userId, codeHashes, now }: { userId: string; codeHashes: readonly string[]; now: Date },
): Promise<void> {
  await db.prisma.recoveryCode.deleteMany({ where: { userId } });
  await db.prisma.recoveryCode.createMany({
    data: codeHashes.map((codeHash) => ({ userId, codeHash, createdAt: now })),
  });
}

/** @returns whether two-factor sign-in was on */
export async function deleteTwoFactor(db: Db, userId: string): Promise<boolean> {
  const { count } = await db.prisma.totpSecret.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  await db.prisma.totpSecret.deleteMany({ where: { userId } });
  await db.prisma.recoveryCode.deleteMany({ where: { userId } });
  await deletePending(db, userId);
  return count === 1;
}

/** Whoever signs in meanwhile waits for this transaction, and then meets what it changed. */
export async function lockOwner(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-two-factor-owner",
    text: "SELECT id FROM users WHERE id = $1::uuid FOR UPDATE",
    values: [userId],
  });
}

/** All of them, or all but one. */
export async function deleteSessions(db: Db, userId: string, except?: string): Promise<void> {
  await db.prisma.session.deleteMany({ where: { userId, ...(except ? { id: { not: except } } : {}) } });
}

/** @returns how many */
export async function deletePendingOver(db: Db, now: Date, limit: number): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "delete-pending-sign-ins-over",
    text: `DELETE FROM pending_sign_ins WHERE id IN (
        SELECT id FROM pending_sign_ins WHERE expires_at <= $1::timestamptz LIMIT $2::int)
      RETURNING 1 AS one`,
    values: [now, limit],
  });
  return rows.length;
}
