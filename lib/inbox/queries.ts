import type { Db } from "@/lib/db";
import { mostCounted, type Notice, type NoticeFilter } from "./types";

interface Read {
  userId: string;
  filter: NoticeFilter;
  before: string | null;
  after: string | null;
  limit: number;
}

/** Newest first: ids are UUIDs of version 7, in the order of time. */
export async function readNotices(db: Db, { userId, filter, before, after, limit }: Read): Promise<Notice[]> {
  const rows = await db.prisma.notice.findMany({
    where: {
      userId,
      ...(filter === "unread" ? { readAt: null } : {}),
      ...(before ? { id: { lt: before } } : after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: after ? "asc" : "desc" },
    take: limit,
    select: { id: true, kind: true, title: true, body: true, href: true, createdAt: true, readAt: true },
  });
  const notices = rows.map(({ readAt, ...row }) => ({ ...row, read: readAt !== null }));
  return after ? notices.reverse() : notices;
}

/** How many a person has not read; no more than `mostCounted`. One look at an index, however many there are. */
export async function countUnread(db: Db, userId: string): Promise<number> {
  const [row] = await db.sql<{ unread: number }>({
    name: "count-unread-notices",
    text: `SELECT count(*)::int AS unread FROM (
      SELECT 1 FROM notices WHERE user_id = $1::uuid AND read_at IS NULL LIMIT $2::int) AS unread_ones`,
    values: [userId, mostCounted],
  });
  return row?.unread ?? 0;
}
