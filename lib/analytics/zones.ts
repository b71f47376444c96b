import type { Db } from "@/lib/db";

export interface Zone {
  zone: string;
  /** Null while its days have not been computed for the first time. */
  builtAt: Date | null;
  lastAskedAt: Date;
}

/** Always kept. */
export const utc = "UTC";

/** UTC first. Without those that PostgreSQL does not know, or no more: they would fail whatever is done for all. */
export function listKnownZones(db: Db): Promise<Zone[]> {
  return db.sql<Zone>({
    name: "analytics-known-zones",
    text: `SELECT zone, built_at AS "builtAt", last_asked_at AS "lastAskedAt" FROM analytics_zones
      WHERE zone = $1 OR zone IN (SELECT name FROM pg_timezone_names) ORDER BY zone <> $1, zone`,
    values: [utc],
  });
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

/**
 * Removes those that nobody asked for since, or that PostgreSQL does not know.
 * @returns their names
 */
export async function removeUnwantedZones(db: Db, since: Date): Promise<string[]> {
  const rows = await db.sql<{ zone: string }>({
    name: "analytics-remove-zones",
    text: `DELETE FROM analytics_zones
      WHERE zone <> $1 AND (last_asked_at < $2::timestamptz OR zone NOT IN (SELECT name FROM pg_timezone_names))
      RETURNING zone`,
    values: [utc, since],
  });
  return rows.map(({ zone }) => zone);
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
