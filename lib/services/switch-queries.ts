import type { Db } from "@/lib/db";
import type { ServiceFigures } from "./types";

export async function isSwitchedOff(db: Db, slug: string): Promise<boolean> {
  const row = await db.prisma.serviceSwitch.findUnique({ where: { slug }, select: { active: true } });
  return row?.active === false;
}

/** Slugs of the services that an admin switched off: at once, on every server. */
export async function listSwitchedOff(db: Db): Promise<string[]> {
  const rows = await db.prisma.serviceSwitch.findMany({ where: { active: false }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

/** The last switch of each service that was ever switched, with who did it. */
export async function readSwitches(db: Db) {
  const rows = await db.prisma.serviceSwitch.findMany();
  const people = await db.prisma.user.findMany({
    where: { id: { in: rows.map(({ changedById }) => changedById) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return new Map(
    rows.map(({ slug, active, reason, changedAt, changedById }) => [
      slug,
      { active, reason, changedAt, changedBy: emails.get(changedById) ?? changedById },
    ]),
  );
}

const windows = ["day", "week", "month"] as const;
type Window = (typeof windows)[number];
type Sums = Record<`${Window}${"Runs" | "Failed" | "Milli"}`, bigint>;

const failed = `(status IN ('failed', 'timed_out') OR (status = 'running' AND hold_expires_at <= $1::timestamptz))`;
const from = { day: "24 hours", week: "7 days", month: "30 days" } as const;

const sumsOf = (window: Window) => {
  const within = `created_at >= $1::timestamptz - interval '${from[window]}'`;
  return `count(*) FILTER (WHERE ${within}) AS "${window}Runs",
    count(*) FILTER (WHERE ${within} AND ${failed}) AS "${window}Failed",
    COALESCE(sum(charged_milli) FILTER (WHERE ${within}), 0)::bigint AS "${window}Milli"`;
};

/** Runs of the last 30 days by service: one range of the index on service and time for each. */
export async function sumRuns(
  db: Db,
  { slugs, now }: { slugs: readonly string[]; now: Date },
): Promise<Map<string, Record<Window, ServiceFigures>>> {
  const rows = await db.sql<Sums & { slug: string }>({
    name: "sum-service-runs",
    text: `SELECT service_slug AS slug, ${windows.map(sumsOf).join(", ")}
      FROM service_runs
      WHERE service_slug = ANY($2::text[]) AND created_at >= $1::timestamptz - interval '30 days'
        AND created_at <= $1::timestamptz
      GROUP BY service_slug`,
    values: [now, slugs],
  });
  const figures = (row: Sums, window: Window): ServiceFigures => ({
    runs: Number(row[`${window}Runs`]),
    failed: Number(row[`${window}Failed`]),
    creditsMilli: row[`${window}Milli`],
  });
  return new Map(
    rows.map((row) => [
      row.slug,
      { day: figures(row, "day"), week: figures(row, "week"), month: figures(row, "month") },
    ]),
  );
}
