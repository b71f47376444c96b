import type { Db } from "@/lib/db";

export interface Zone {
  zone: string;
  /** Null while its days have not been computed for the first time. */
  builtAt: Date | null;
  lastAskedAt: Date;
}

/** Always kept. */
export const utc = "UTC";

export function listZones(db: Db): Promise<Zone[]> {
  return db.prisma.analyticsZone.findMany({ orderBy: { zone: "asc" } });
}

export function findZone(db: Db, zone: string): Promise<Zone | null> {
  return db.prisma.analyticsZone.findUnique({ where: { zone } });
}

/** Keeps the zone's days from the next run of the job on. */
export async function askForZone(db: Db, zone: string, now: Date): Promise<void> {
  await db.prisma.analyticsZone.upsert({
    where: { zone },
    create: { zone, lastAskedAt: now },
    update: { lastAskedAt: now },
    select: { zone: true },
  });
}

export async function noteBuilt(db: Db, zone: string, now: Date): Promise<void> {
  await db.prisma.analyticsZone.upsert({
    where: { zone },
    create: { zone, lastAskedAt: now, builtAt: now },
    update: { builtAt: now },
    select: { zone: true },
  });
}

export async function removeZone(db: Db, zone: string): Promise<void> {
  await db.prisma.analyticsZone.deleteMany({ where: { zone } });
}

/** Whether PostgreSQL knows a zone of this name. */
export async function isZoneKnown(db: Db, zone: string): Promise<boolean> {
  const rows = await db.sql<{ name: string }>({
    name: "analytics-zone-known",
    text: "SELECT name FROM pg_timezone_names WHERE name = $1",
    values: [zone],
  });
  return rows.length > 0;
}
