import type { Db } from "@/lib/db";
import { deletesAtOf } from "./policy";

/** When a person's account will be deleted; null when nobody asked for it. */
export async function findDeletion(db: Db, userId: string): Promise<Date | null> {
  const row = await db.prisma.user.findUnique({
    where: { id: userId },
    select: { deletionAskedAt: true },
  });
  return row?.deletionAskedAt ? deletesAtOf(row.deletionAskedAt) : null;
}
