import type { Db } from "@/lib/db";
import type { Profile } from "./schema";
import type { EmailTokenPurpose, LinkState } from "./types";

/** What signing in needs to know about an address. */
export async function findSignInAccount(db: Db, email: string) {
  return db.prisma.user.findUnique({
    where: { email },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      emailVerified: true,
      passwordHash: true,
      suspendedAt: true,
    },
  });
}

export interface EmailTokenRow {
  userId: string;
  email: string;
  passwordHash: string | null;
  browserHash: string | null;
  /** The address that a change would give the account. */
  newEmail: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export async function findEmailToken(
  db: Db,
  purpose: EmailTokenPurpose,
  tokenHash: string,
): Promise<EmailTokenRow | null> {
  const row = await db.prisma.emailToken.findFirst({
    where: { tokenHash, purpose },
    select: {
      userId: true,
      passwordHash: true,
      browserHash: true,
      email: true,
      createdAt: true,
      expiresAt: true,
      usedAt: true,
      user: { select: { email: true } },
    },
  });
  if (!row) return null;
  const { user, email: newEmail, ...token } = row;
  return { ...token, newEmail, email: user.email };
}

/** The password of the latest sign-up with an address that is not confirmed yet. */
export async function findPendingPasswordHash(db: Db, userId: string): Promise<string | null> {
  const row = await db.prisma.emailToken.findFirst({
    where: { userId, purpose: "verify_email", passwordHash: { not: null } },
    orderBy: { id: "desc" },
    select: { passwordHash: true },
  });
  return row?.passwordHash ?? null;
}

/** Whether somebody signed up with the address and another password than the account has. */
export async function hasOtherPendingPassword(
  db: Db,
  user: { id: string; passwordHash: string | null },
): Promise<boolean> {
  const row = await db.prisma.emailToken.findFirst({
    where: {
      userId: user.id,
      purpose: "verify_email",
      AND: [{ passwordHash: { not: null } }, { passwordHash: { not: user.passwordHash } }],
    },
    select: { id: true },
  });
  return row !== null;
}

export async function isActiveAdmin(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.user.findFirst({
    where: { id: userId, role: "admin", suspendedAt: null, anonymisedAt: null },
    select: { id: true },
  });
  return row !== null;
}

/** What a person tells of themselves. */
export function getProfile(db: Db, userId: string): Promise<Profile> {
  return db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      name: true,
      bio: true,
      company: true,
      jobTitle: true,
      website: true,
      location: true,
      timeZone: true,
    },
  });
}

/** Where mail for a user goes. */
export async function getUserEmail(db: Db, userId: string): Promise<string> {
  const { email } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  return email;
}

/** The name of an account that is known to exist. */
export async function getSignInName(db: Db, userId: string): Promise<string | null> {
  const { name } = await db.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return name;
}

/** Of an account that is known to exist. */
export function findOwnPassword(
  db: Db,
  userId: string,
): Promise<{ email: string; passwordHash: string | null }> {
  return db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, passwordHash: true },
  });
}

/** Whether a person can sign in by a password. */
export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.user.findFirst({
    where: { id: userId, passwordHash: { not: null } },
    select: { id: true },
  });
  return row !== null;
}

/**
 * How many ways to sign in a person has, mailed links aside: a password, linked accounts, passkeys. Whoever takes one
 * away locks the person first, so that of two at once one sees what the other left.
 */
export async function countWaysIn(db: Db, userId: string): Promise<number> {
  const { passwordHash, _count } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, _count: { select: { accounts: true, passkeys: true } } },
  });
  return (passwordHash === null ? 0 : 1) + _count.accounts + _count.passkeys;
}

/** Pure: what a row means at a moment. */
export function linkStateOf(row: Pick<EmailTokenRow, "usedAt" | "expiresAt"> | null, now: Date): LinkState {
  if (!row) return "unknown";
  if (row.usedAt) return "used";
  return row.expiresAt > now ? "live" : "expired";
}

/** Admins who can sign in. */
export function listActiveAdmins(db: Db): Promise<{ id: string; email: string }[]> {
  return db.prisma.user.findMany({
    where: { role: "admin", suspendedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, email: true },
  });
}
