import type { Db } from "@/lib/db";

interface EventRow {
  id: string;
  userId: string;
  kind: string;
  ip: string | null;
  userAgent: string | null;
  detail: string | null;
  createdAt: Date;
}

export async function insertSecurityEvent(db: Db, event: EventRow): Promise<void> {
  await db.prisma.securityEvent.create({ data: event, select: { id: true } });
}
