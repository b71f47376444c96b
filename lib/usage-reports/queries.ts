import type { Db } from "@/lib/db";
import type { Day } from "@/lib/shared/calendar";
import type { ReportRhythm } from "./types";

/** Whom a report is about. */
export async function getPerson(db: Db, userId: string): Promise<{ name: string | null; email: string }> {
  return db.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
}

/** The first instant after a day of a zone that PostgreSQL knows. */
export async function endOfDay(db: Db, day: Day, zone: string): Promise<Date> {
  const [row] = await db.sql<{ at: Date }>({
    name: "report-end-of-day",
    text: "SELECT ($1::text::date + 1)::timestamp AT TIME ZONE $2::text AS at",
    values: [day, zone],
  });
  if (!row) throw new Error("A row of one was none.");
  return row.at;
}

/** Every zone that somebody's days are kept in. */
export async function listUsedZones(db: Db): Promise<string[]> {
  const rows = await db.sql<{ zone: string }>({
    name: "report-zones",
    text: "SELECT zone FROM usage_zones UNION SELECT 'UTC' ORDER BY 1",
    values: [],
  });
  return rows.map(({ zone }) => zone);
}

export interface DueMonths {
  /** Side by side: a zone, and the first and last day of the month that is due in it. */
  zones: readonly string[];
  from: readonly Day[];
  to: readonly Day[];
}

export interface DueMember {
  userId: string;
  email: string;
  from: Day;
  to: Day;
}

/**
 * Who used something in the month that is due where they live and was not told, in the order of their ids. Who cannot
 * sign in, or leaves, is told nothing.
 */
export function listDueMembers(
  db: Db,
  { zones, from, to }: DueMonths,
  { after, limit }: { after: string | null; limit: number },
): Promise<DueMember[]> {
  return db.sql<DueMember>({
    name: "report-due-members",
    text: `WITH due AS (
        SELECT zone, month::date AS month, last::date AS last
        FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (zone, month, last))
      SELECT u.id AS "userId", u.email, to_char(due.month, 'YYYY-MM-DD') AS "from", to_char(due.last, 'YYYY-MM-DD') AS "to"
      FROM users u
        LEFT JOIN usage_zones z ON z.user_id = u.id
        JOIN due ON due.zone = COALESCE(z.zone, 'UTC')
      WHERE ($4::uuid IS NULL OR u.id > $4::uuid)
        AND u.anonymised_at IS NULL AND u.suspended_at IS NULL AND u.deletion_asked_at IS NULL
        AND NOT EXISTS (SELECT FROM reports_told t
          WHERE t.user_id = u.id AND t.report = 'own' AND t.period = due.month)
        AND EXISTS (SELECT FROM usage_days d
          WHERE d.user_id = u.id AND d.day BETWEEN due.month AND due.last AND d.events > 0)
      ORDER BY u.id LIMIT $5::int`,
    values: [zones, from, to, after, limit],
  });
}

export interface ScheduledAdmin {
  userId: string;
  email: string;
  /** As they chose it, where PostgreSQL knows it; otherwise UTC. */
  zone: string;
  rhythm: ReportRhythm;
  enabledAt: Date;
  /** First day of the period that was reported last. */
  last: Day | null;
}

/** $1 is now: what a clock that was ahead reported is none of the past. */
const lastTold = (
  user: string,
  rhythm: string,
) => `(SELECT to_char(max(t.period), 'YYYY-MM-DD') FROM reports_told t
  WHERE t.user_id = ${user} AND t.report = ${rhythm}::text AND t.period < $1::timestamptz)`;

/** Every admin with reports on everybody's use switched on who can sign in. */
export function listScheduledAdmins(db: Db, now: Date): Promise<ScheduledAdmin[]> {
  return db.sql<ScheduledAdmin>({
    name: "report-scheduled-admins",
    text: `SELECT u.id AS "userId", u.email, COALESCE(n.name, 'UTC') AS zone, s.rhythm::text AS rhythm,
        s.enabled_at AS "enabledAt", ${lastTold("u.id", "s.rhythm")} AS last
      FROM report_schedules s JOIN users u ON u.id = s.user_id LEFT JOIN pg_timezone_names n ON n.name = u.time_zone
      WHERE u.role = 'admin' AND u.suspended_at IS NULL AND u.anonymised_at IS NULL AND u.deletion_asked_at IS NULL
      ORDER BY u.id, s.rhythm`,
    values: [now],
  });
}

/** The zone that an admin's reports are in. */
export async function findZoneOf(db: Db, userId: string): Promise<string> {
  const [row] = await db.sql<{ zone: string }>({
    name: "report-zone-of",
    text: `SELECT COALESCE(n.name, 'UTC') AS zone FROM users u LEFT JOIN pg_timezone_names n ON n.name = u.time_zone
      WHERE u.id = $1::uuid`,
    values: [userId],
  });
  return row?.zone ?? "UTC";
}

/** What somebody switched on, and the period of the last report of each. */
export function listOwnSchedules(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<{ rhythm: ReportRhythm; enabledAt: Date | null; last: Day | null }[]> {
  return db.sql({
    name: "report-own-schedules",
    text: `SELECT r.rhythm, s.enabled_at AS "enabledAt",
        ${lastTold("$2::uuid", "r.rhythm")} AS last
      FROM unnest(ARRAY['weekly', 'monthly']) WITH ORDINALITY AS r (rhythm, place)
        LEFT JOIN report_schedules s ON s.user_id = $2::uuid AND s.rhythm = r.rhythm::report_rhythm
      ORDER BY r.place`,
    values: [now, userId],
  });
}
