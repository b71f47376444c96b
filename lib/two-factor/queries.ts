import { createHash } from "node:crypto";
import type { Db } from "@/lib/db";
import type { PendingSignIn, TwoFactorState } from "./types";

/** The database keeps only this of a cookie. */
export function hashPendingToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a person signs in in two steps: with an authenticator that they confirmed. */
export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.totpSecret.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { userId: true },
  });
  return row !== null;
}

export async function getTwoFactorState(db: Db, userId: string): Promise<TwoFactorState> {
  const [secret, recoveryCodesLeft] = await Promise.all([
    db.prisma.totpSecret.findUnique({ where: { userId }, select: { confirmedAt: true } }),
    countRecoveryCodes(db, userId),
  ]);
  return { since: secret?.confirmedAt ?? null, recoveryCodesLeft };
}

export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.prisma.recoveryCode.count({ where: { userId, usedAt: null } });
}

export function findSecret(db: Db, userId: string) {
  return db.prisma.totpSecret.findUnique({
    where: { userId },
    select: { sealed: true, keyId: true, createdAt: true, confirmedAt: true },
  });
}

export async function findUserId(db: Db, email: string): Promise<string | null> {
  const row = await db.prisma.user.findUnique({ where: { email }, select: { id: true } });
  return row?.id ?? null;
}

export interface PendingRow extends PendingSignIn {
  id: string;
  name: string | null;
  role: "member" | "admin";
  passwordStamp: string;
}

/** The sign-in of a cookie while it may go on: neither used, nor old, nor ended by a change of the account. */
export async function findPendingRow(db: Db, token: string, now: Date): Promise<PendingRow | null> {
  const rows = await db.sql<PendingRow>({
    name: "find-pending-sign-in",
    text: `SELECT p.id, u.id AS "userId", u.email, u.name, u.role::text, p.next_path AS next,
        p.password_stamp AS "passwordStamp"
      FROM pending_sign_ins p JOIN users u ON u.id = p.user_id
      WHERE p.token_hash = $1::text AND p.used_at IS NULL AND p.expires_at > $2::timestamptz
        AND u.suspended_at IS NULL
        AND p.password_stamp = encode(sha256(convert_to(coalesce(u.password_hash, ''), 'UTF8')), 'hex')`,
    values: [hashPendingToken(token), now],
  });
  return rows[0] ?? null;
}
