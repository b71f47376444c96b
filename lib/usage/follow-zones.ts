import type { Database, Db } from "@/lib/db";
import { sumColumns, sumsOfRecords } from "./sums";
import { lockSums } from "./write-sums";

interface Moved {
  userId: string;
  zone: string;
}

/**
 * Whose days are not those of the zone that they live in. A zone that PostgreSQL does not know counts as UTC; its list
 * is read from many files, so only where somebody asks for it.
 */
function listMoved(db: Db): Promise<Moved[]> {
  return db.sql<Moved>({
    name: "list-moved-usage",
    text: `WITH other AS MATERIALIZED (
        SELECT u.id, u.time_zone, COALESCE(z.zone, 'UTC') AS zone
        FROM users u LEFT JOIN usage_zones z ON z.user_id = u.id
        WHERE COALESCE(u.time_zone, 'UTC') <> COALESCE(z.zone, 'UTC')),
      wanted AS (
        SELECT o.id, o.zone AS before, COALESCE(n.name, 'UTC') AS zone FROM other o LEFT JOIN LATERAL (
          SELECT name FROM pg_timezone_names WHERE name = o.time_zone) n ON true)
      SELECT id AS "userId", zone FROM wanted WHERE zone <> before`,
    values: [],
  });
}

/**
 * Sums somebody's days anew in another zone, from the first day on of which all records are still there. Older days
 * stay those of the zone before.
 */
async function move(tx: Db, { userId, zone }: Moved, keptFrom: Date): Promise<void> {
  await lockSums(tx);
  await tx.sql({
    name: "move-usage-zone",
    text: `INSERT INTO usage_zones (user_id, zone) VALUES ($1::uuid, $2::text)
      ON CONFLICT (user_id) DO UPDATE SET zone = excluded.zone`,
    values: [userId, zone],
  });
  await tx.sql({
    name: "remove-moved-days",
    text: `DELETE FROM usage_days WHERE user_id = $1::uuid
      AND day > ($3::timestamptz AT TIME ZONE $2::text)::date`,
    values: [userId, zone, keptFrom],
  });
  await tx.sql({
    name: "write-moved-days",
    text: `INSERT INTO usage_days (user_id, day, kind, subject, source, ${sumColumns})
      SELECT r.user_id, (r.at AT TIME ZONE $2::text)::date, r.kind, r.subject, r.source, ${sumsOfRecords}
      FROM usage_records r
      WHERE r.user_id = $1::uuid
        AND r.at >= ((($3::timestamptz AT TIME ZONE $2::text)::date + 1)::timestamp AT TIME ZONE $2::text)
      GROUP BY 1, 2, 3, 4, 5`,
    values: [userId, zone, keptFrom],
  });
}

/** Gives everybody their days in the zone that they live in now. @returns how many people moved */
export async function followZones(db: Database, keptFrom: Date): Promise<number> {
  const moved = await listMoved(db);
  for (const person of moved) await db.transaction((tx) => move(tx, person, keptFrom));
  return moved.length;
}
