import type { Db } from "@/lib/db";
import type { QuotaKind } from "@/lib/quotas/types";

interface TestLimit {
  userId: string;
  kind: QuotaKind;
  limit: bigint;
  startsAt?: Date;
  endsAt?: Date;
}

/** A limit for one person alone, as an admin sets it. */
export async function createQuotaOverride(db: Db, limit: TestLimit): Promise<void> {
  const { startsAt = new Date("2020-01-01T00:00:00Z"), endsAt = new Date("2100-01-01T00:00:00Z") } = limit;
  await db.prisma.quotaOverride.create({
    data: {
      id: crypto.randomUUID(),
      setBy: crypto.randomUUID(),
      reason: "of a test",
      ...limit,
      startsAt,
      endsAt,
    },
  });
}
