import type { Db } from "@/lib/db";

export async function insertLoose(db: Db, keys: readonly string[], dueAt: Date): Promise<void> {
  await db.prisma.looseObject.createMany({
    data: keys.map((key) => ({ key, dueAt })),
    skipDuplicates: true,
  });
}

/** @returns how many of them were still there beyond `after` */
export async function removeLoose(db: Db, keys: readonly string[], after: Date): Promise<number> {
  const { count } = await db.prisma.looseObject.deleteMany({
    where: { key: { in: [...keys] }, dueAt: { gt: after } },
  });
  return count;
}

export async function listDueKeys(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db.prisma.looseObject.findMany({
    where: { dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}

export async function forgetLoose(db: Db, key: string): Promise<void> {
  await db.prisma.looseObject.deleteMany({ where: { key } });
}
