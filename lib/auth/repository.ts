import { createHash } from "node:crypto";
import type { Db } from "@/lib/db";
import { absoluteLimitMs, idleLimitMs, touchIntervalMs } from "./policy";
import type { OpenSession, RequestOrigin, ViewedUser } from "./types";

export interface LiveSession {
  sessionId: string;
  userId: string;
  email: string;
  name: string | null;
  role: "member" | "admin";
  timeZone: string | null;
  emailVerified: Date | null;
  expires: Date;
  authenticatedAt: Date;
  /** Whom its owner, an admin, looks at QuickScale as. */
  viewing: ViewedUser | null;
}

type LiveRow = Omit<LiveSession, "viewing"> & {
  viewedId: string | null;
  viewedEmail: string;
  viewedName: string | null;
  viewedTimeZone: string | null;
  viewingUntil: Date;
};

function toLiveSession(row: LiveRow): LiveSession {
  const { viewedId, viewedEmail, viewedName, viewedTimeZone, viewingUntil, ...session } = row;
  const viewed = { email: viewedEmail, name: viewedName, timeZone: viewedTimeZone, until: viewingUntil };
  return { ...session, viewing: viewedId === null ? null : { id: viewedId, ...viewed } };
}

interface NewSession {
  token: string;
  userId: string;
  now: Date;
  origin: Omit<RequestOrigin, "deviceToken">;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The stamp of a person's password, which nobody changes until the transaction ends; null for nobody. Many may open
 * sessions at once.
 */
export async function lockPasswordStamp(tx: Db, userId: string): Promise<string | null> {
  const [row] = await tx.sql<{ stamp: string }>({
    name: "lock-password-stamp",
    text: `SELECT encode(sha256(convert_to(coalesce(password_hash, ''), 'UTF8')), 'hex') AS stamp
      FROM users WHERE id = $1::uuid FOR SHARE`,
    values: [userId],
  });
  return row?.stamp ?? null;
}

/** Starts a session and ends the one the same browser had: a cookie from before signing in is worth nothing after. */
export async function createSession(
  db: Db,
  { token, userId, now, origin }: NewSession,
): Promise<{ id: string; expires: Date }> {
  const expires = new Date(now.getTime() + absoluteLimitMs);
  if (origin.sessionToken) await deleteSession(db, origin.sessionToken);
  const { id } = await db.prisma.session.create({
    select: { id: true },
    data: {
      tokenHash: hashToken(token),
      userId,
      expires,
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, 500) ?? null,
      createdAt: now,
      lastUsedAt: now,
      authenticatedAt: now,
    },
  });
  return { id, expires };
}

/**
 * The session of a cookie, unless it ended, idled out, was revoked, or its owner is suspended. One round trip;
 * notes the use at most every five minutes.
 */
export async function findLiveSession(db: Db, token: string, now: Date): Promise<LiveSession | null> {
  const rows = await db.sql<LiveRow>({
    name: "find-live-session",
    text: `WITH live AS (
        SELECT s.id, s.user_id, s.expires_at, s.last_used_at, s.authenticated_at,
          s.viewing_user_id, s.viewing_until FROM sessions s
        WHERE s.token_hash = $1::text AND s.expires_at > $2::timestamptz AND s.last_used_at > $3::timestamptz
      ), touched AS (
        UPDATE sessions SET last_used_at = $2::timestamptz
        FROM live WHERE sessions.id = live.id AND live.last_used_at < $4::timestamptz
      )
      SELECT live.id AS "sessionId", u.id AS "userId", u.email, u.name, u.role, u.time_zone AS "timeZone",
        u.email_verified_at AS "emailVerified", live.expires_at AS expires,
        live.authenticated_at AS "authenticatedAt", v.id AS "viewedId", v.email AS "viewedEmail",
        v.name AS "viewedName", v.time_zone AS "viewedTimeZone", live.viewing_until AS "viewingUntil"
      FROM live JOIN users u ON u.id = live.user_id AND u.suspended_at IS NULL
        LEFT JOIN users v ON v.id = live.viewing_user_id AND live.viewing_until > $2::timestamptz
          AND u.role = 'admin' AND v.role = 'member' AND v.anonymised_at IS NULL`,
    values: [
      hashToken(token),
      now,
      new Date(now.getTime() - idleLimitMs),
      new Date(now.getTime() - touchIntervalMs),
    ],
  });
  return rows[0] ? toLiveSession(rows[0]) : null;
}

export async function deleteSession(db: Db, token: string): Promise<void> {
  await db.prisma.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}

interface NewToken {
  id: string;
  token: string;
  now: Date;
  /** Its owner has just proved who they are. */
  proven: boolean;
}

/** Gives a live session another cookie. @returns when it ends, or null when it is over */
export async function replaceSessionToken(
  db: Db,
  { id, token, now, proven }: NewToken,
): Promise<Date | null> {
  const [row] = await db.prisma.session.updateManyAndReturn({
    where: { id },
    data: { tokenHash: hashToken(token), lastUsedAt: now, ...(proven ? { authenticatedAt: now } : {}) },
    select: { expires: true },
  });
  return row?.expires ?? null;
}

/** A person's live sessions, the latest used first. */
export function listOpenSessions(db: Db, userId: string, now: Date): Promise<OpenSession[]> {
  return db.prisma.session.findMany({
    where: { userId, expires: { gt: now }, lastUsedAt: { gt: new Date(now.getTime() - idleLimitMs) } },
    orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastUsedAt: true },
  });
}

/** @returns how many ended */
export async function deleteSessions(
  db: Db,
  { userId, only, except }: { userId: string; only?: string; except?: string },
): Promise<number> {
  const id = only ?? (except ? { not: except } : undefined);
  const { count } = await db.prisma.session.deleteMany({ where: { userId, ...(id ? { id } : {}) } });
  return count;
}

interface EndedSessions {
  ended: Date;
  unused: Date;
  limit: number;
}

/** By age, or because nobody used them. @returns how many */
export async function deleteSessionsEndedBefore(
  db: Db,
  { ended, unused, limit }: EndedSessions,
): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "delete-ended-sessions",
    text: `DELETE FROM sessions WHERE id IN (
        SELECT id FROM sessions WHERE expires_at < $1::timestamptz OR last_used_at < $2::timestamptz LIMIT $3::int)
      RETURNING 1 AS one`,
    values: [ended, unused, limit],
  });
  return rows.length;
}

/** @returns whether the session was there */
export async function setViewing(
  db: Db,
  {
    sessionId,
    userId,
    viewing,
  }: { sessionId: string; userId: string; viewing: { id: string; until: Date } | null },
): Promise<boolean> {
  const { count } = await db.prisma.session.updateMany({
    where: { id: sessionId, userId },
    data: { viewingUserId: viewing?.id ?? null, viewingUntil: viewing?.until ?? null },
  });
  return count > 0;
}

/** Whom an admin may look as: a member who is not deleted. */
export async function isViewable(db: Db, id: string): Promise<boolean> {
  const where = { id, role: "member", anonymisedAt: null } as const;
  return (await db.prisma.user.count({ where })) > 0;
}
