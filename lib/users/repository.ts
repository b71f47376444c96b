import type { Db } from "@/lib/db";
import type { Profile } from "./schema";
import type { EmailTokenPurpose, Role } from "./types";

export interface LockedUser {
  id: string;
  email: string;
  role: Role;
  emailVerified: Date | null;
  suspendedAt: Date | null;
  anonymisedAt: Date | null;
  passwordHash: string | null;
}

const lockedFields = `id, email, role::text, email_verified_at AS "emailVerified", suspended_at AS "suspendedAt",
  anonymised_at AS "anonymisedAt", password_hash AS "passwordHash"`;

/** Adds an unverified member, or leaves the one who has the address. Parallel calls make one user. */
export async function insertUser(
  db: Db,
  user: { email: string; passwordHash: string; now: Date },
): Promise<void> {
  const { email, passwordHash, now } = user;
  await db.prisma.user.createMany({
    data: [{ email, passwordHash, createdAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
}

/** @returns false when somebody has the address */
export async function insertVerified(
  db: Db,
  { now, ...user }: { id: string; email: string; name: string | null; now: Date },
): Promise<boolean> {
  const { count } = await db.prisma.user.createMany({
    data: [{ ...user, emailVerified: now, createdAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The row lock orders everything that confirms, resets or replaces one account's password. */
export async function lockUserByEmail(db: Db, email: string): Promise<LockedUser | null> {
  const rows = await db.sql<LockedUser>({
    name: "lock-user-by-email",
    text: `SELECT ${lockedFields} FROM users WHERE email = $1::text FOR UPDATE`,
    values: [email],
  });
  return rows[0] ?? null;
}

export async function lockUser(db: Db, id: string): Promise<LockedUser | null> {
  const rows = await db.sql<LockedUser>({
    name: "lock-user",
    text: `SELECT ${lockedFields} FROM users WHERE id = $1::uuid FOR UPDATE`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Keeps who is an admin as it is until the transaction ends. @returns those who can sign in */
export async function lockAdmins(db: Db): Promise<string[]> {
  const rows = await db.sql<{ id: string; suspended: boolean }>({
    name: "lock-admins",
    text: `SELECT id, suspended_at IS NOT NULL AS suspended FROM users WHERE role = 'admin' ORDER BY id FOR UPDATE`,
    values: [],
  });
  return rows.filter(({ suspended }) => !suspended).map(({ id }) => id);
}

/** As lockUser, but rows that refer to the person, such as mails, can be written by others meanwhile. */
export async function lockUserForMoney(
  db: Db,
  id: string,
): Promise<{ email: string; anonymisedAt: Date | null } | null> {
  const rows = await db.sql<{ email: string; anonymisedAt: Date | null }>({
    name: "lock-user-for-money",
    text: `SELECT email, anonymised_at AS "anonymisedAt" FROM users WHERE id = $1::uuid FOR NO KEY UPDATE`,
    values: [id],
  });
  return rows[0] ?? null;
}

interface UserChange {
  email?: string;
  passwordHash?: string | null;
  emailVerified?: Date;
  role?: Role;
  suspendedAt?: Date | null;
  updatedAt: Date;
}

export async function updateUser(db: Db, id: string, change: UserChange): Promise<void> {
  await db.prisma.user.update({ where: { id }, data: change, select: { id: true } });
}

export async function saveProfile(db: Db, id: string, profile: Profile & { updatedAt: Date }): Promise<void> {
  await db.prisma.user.update({ where: { id }, data: profile, select: { id: true } });
}

/** Swaps one hash for another of the same password; does nothing when the password was changed meanwhile. */
export async function replacePasswordHash(
  db: Db,
  id: string,
  hash: { from: string; to: string; now: Date },
): Promise<void> {
  await db.prisma.user.updateMany({
    where: { id, passwordHash: hash.from },
    data: { passwordHash: hash.to, updatedAt: hash.now },
  });
}

/** All of them, or all but one. @returns how many */
export async function deleteSessionsOf(db: Db, userId: string, except?: string): Promise<number> {
  const { count } = await db.prisma.session.deleteMany({
    where: { userId, ...(except ? { id: { not: except } } : {}) },
  });
  return count;
}

interface NewEmailToken {
  id: string;
  userId: string;
  purpose: EmailTokenPurpose;
  tokenHash: string;
  passwordHash: string | null;
  email: string | null;
  browserHash: string | null;
  expiresAt: Date;
  createdAt: Date;
}

export async function insertEmailToken(db: Db, token: NewEmailToken): Promise<void> {
  await db.prisma.emailToken.create({ data: token, select: { id: true } });
}

/** Frees an address that was never confirmed, unless something hangs on its account. */
export async function deleteUnconfirmed(db: Db, id: string): Promise<boolean> {
  const { count } = await db.prisma.user.deleteMany({
    where: { id, emailVerified: null, creditAccount: null, billingCustomer: null },
  });
  return count === 1;
}

/** Whatever else lets somebody in but links by mail and a second factor: passkeys, accounts elsewhere, keys of programs. */
export async function endOtherWaysIn(db: Db, { userId, now }: { userId: string; now: Date }): Promise<void> {
  await db.prisma.passkey.deleteMany({ where: { userId } });
  await db.prisma.account.deleteMany({ where: { userId } });
  await db.prisma.apiKey.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

interface SpentLinks {
  userId: string;
  purposes: EmailTokenPurpose[];
  now: Date;
  /** Only those made then or later. */
  since?: Date;
}

/** Every unused link of these purposes is worth nothing from now on. */
export async function spendEmailTokens(db: Db, { userId, purposes, now, since }: SpentLinks): Promise<void> {
  await db.prisma.emailToken.updateMany({
    where: {
      userId,
      purpose: { in: purposes },
      usedAt: null,
      ...(since ? { createdAt: { gte: since } } : {}),
    },
    data: { usedAt: now },
  });
}

/** But for sign-ups that wait for their confirmation. @returns how many */
export async function deleteEmailTokensOverBefore(db: Db, over: Date, limit: number): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "delete-email-tokens-over",
    text: `DELETE FROM email_tokens WHERE id IN (
        SELECT t.id FROM email_tokens t JOIN users u ON u.id = t.user_id
        WHERE (t.used_at < $1::timestamptz OR t.expires_at < $1::timestamptz)
          AND (t.purpose <> 'verify_email' OR u.email_verified_at IS NOT NULL)
        LIMIT $2::int)
      RETURNING 1 AS one`,
    values: [over, limit],
  });
  return rows.length;
}
