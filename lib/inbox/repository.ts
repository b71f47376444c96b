import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import type { NewNotice } from "./types";

/** Nothing under a key that was used, and nothing for nobody. */
export async function insertNotice(
  tx: Db,
  { userId, key, kind, title, body = "", href }: NewNotice,
): Promise<void> {
  await tx.sql({
    name: "insert-notice",
    text: `INSERT INTO notices (id, user_id, key, kind, title, body, href)
      SELECT $1::uuid, u.id, $3::text, $4::text, $5::text, $6::text, $7::text FROM users u
      WHERE u.id = $2::uuid AND u.anonymised_at IS NULL
      ON CONFLICT (key) DO NOTHING`,
    values: [uuidv7(), userId, key, kind, title, body, href],
  });
}

interface Marked {
  userId: string;
  id: string;
  now: Date;
}

export async function markRead(db: Db, { userId, id, now }: Marked): Promise<void> {
  await db.prisma.notice.updateMany({ where: { id, userId, readAt: null }, data: { readAt: now } });
}

/** That one and all before it. */
export async function markReadUpTo(db: Db, { userId, id, now }: Marked): Promise<void> {
  await db.prisma.notice.updateMany({
    where: { userId, id: { lte: id }, readAt: null },
    data: { readAt: now },
  });
}

interface Old {
  readBefore: Date;
  before: Date;
  limit: number;
}

/** Those that were read before one instant or are older than another. @returns how many */
export async function deleteOld(db: Db, { readBefore, before, limit }: Old): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "delete-old-notices",
    text: `DELETE FROM notices WHERE id IN (
        SELECT id FROM notices WHERE created_at < $1::timestamptz
          AND (read_at < $1::timestamptz OR created_at < $2::timestamptz) LIMIT $3::int)
      RETURNING 1 AS one`,
    values: [readBefore, before, limit],
  });
  return rows.length;
}
