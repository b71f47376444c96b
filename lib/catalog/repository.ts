import type { Db } from "@/lib/db";
import type { CatalogEntry } from "./read-price";

/** By PostgreSQL's clock, which all our servers share: theirs differ. */
export async function getReadingTime(db: Db): Promise<Date> {
  const [row] = await db.sql<{ now: Date }>({
    name: "catalog-reading-time",
    text: "SELECT clock_timestamp() AS now",
    values: [],
  });
  if (!row) throw new Error("PostgreSQL did not tell the time.");
  return row.now;
}

/**
 * Makes the local copy equal to `entries`, unless a reading that began later is there. Needs a transaction: a lookup
 * key moves from one price to another.
 */
export async function replaceCatalog(
  db: Db,
  entries: readonly CatalogEntry[],
  syncedAt: Date,
): Promise<void> {
  await db.sql({
    name: "lock-catalog",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('catalog', 0))::text AS locked",
    values: [],
  });
  const newer = await db.prisma.catalogPrice.findFirst({
    where: { syncedAt: { gt: syncedAt, lte: await getReadingTime(db) } },
    select: { stripePriceId: true },
  });
  if (newer) return;
  await db.prisma.catalogPrice.updateMany({ data: { active: false, lookupKey: null } });
  for (const { stripePriceId, ...entry } of entries) {
    await db.prisma.catalogPrice.upsert({
      where: { stripePriceId },
      create: { stripePriceId, ...entry, syncedAt },
      update: { ...entry, syncedAt },
      select: { stripePriceId: true },
    });
  }
}
