import type { Db } from "@/lib/db";
import type { SecurityEvent } from "./types";

interface Read {
  userId: string;
  before: string | null;
  after: string | null;
  limit: number;
}

/** Newest first; ids are UUIDs of version 7, in the order of time. */
export async function readSecurityEvents(
  db: Db,
  { userId, before, after, limit }: Read,
): Promise<SecurityEvent[]> {
  const forward = before === null && after !== null;
  const rows = await db.prisma.securityEvent.findMany({
    where: { userId, ...(before ? { id: { lt: before } } : after ? { id: { gt: after } } : {}) },
    orderBy: { id: forward ? "asc" : "desc" },
    take: limit,
    select: { id: true, kind: true, ip: true, userAgent: true, detail: true, createdAt: true },
  });
  const events = rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }));
  return forward ? events.reverse() : events;
}
