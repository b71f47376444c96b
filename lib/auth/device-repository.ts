import type { Db } from "@/lib/db";
import { newSessionToken } from "./new-session-token";
import { hashToken } from "./repository";

interface Device {
  userId: string;
  /** The cookie that the browser brought along. */
  token: string | null;
  now: Date;
}

export interface NotedDevice {
  /** The cookie to give the browser. */
  token: string;
  /** This person never signed in in it before, though in another one. */
  isNew: boolean;
}

/**
 * Notes that a person signs in in a browser. A cookie counts only when we gave it to somebody: one that was made up
 * is replaced, and one of another person of the same household goes on serving both.
 */
export async function noteDevice(db: Db, { userId, token, now }: Device): Promise<NotedDevice> {
  const known = token
    ? await db.prisma.knownDevice.findMany({
        where: { tokenHash: hashToken(token) },
        select: { userId: true },
      })
    : [];
  const kept = token && known.length > 0 ? token : newSessionToken();
  const other = await db.prisma.knownDevice.findFirst({ where: { userId }, select: { userId: true } });
  const tokenHash = hashToken(kept);
  await db.prisma.knownDevice.upsert({
    where: { userId_tokenHash: { userId, tokenHash } },
    create: { userId, tokenHash, createdAt: now, lastSeenAt: now },
    update: { lastSeenAt: now },
    select: { userId: true },
  });
  return { token: kept, isNew: other !== null && !known.some((row) => row.userId === userId) };
}

/** All but the latest of each person. @returns how many */
export async function deleteDevicesUnseenSince(db: Db, unseenSince: Date, limit: number): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "delete-unseen-devices",
    text: `DELETE FROM known_devices WHERE (user_id, token_hash) IN (
        SELECT d.user_id, d.token_hash FROM known_devices d
        WHERE d.last_seen_at < $1::timestamptz AND EXISTS (
          SELECT 1 FROM known_devices later WHERE later.user_id = d.user_id
            AND (later.last_seen_at, later.token_hash) > (d.last_seen_at, d.token_hash))
        LIMIT $2::int)
      RETURNING 1 AS one`,
    values: [unseenSince, limit],
  });
  return rows.length;
}
