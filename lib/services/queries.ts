import type { Prisma, Db } from "@/lib/db";
import { toRunStatus } from "./policy";
import type { DailyUsage, RunView, UsageRange } from "./types";

const fileColumns = { name: true, mediaType: true, byteSize: true, expiresAt: true } as const;
const runColumns = {
  id: true,
  serviceSlug: true,
  status: true,
  fingerprint: true,
  inputBytes: true,
  quotedMilli: true,
  chargedMilli: true,
  subscriptionMilli: true,
  paygMilli: true,
  balanceAfterMilli: true,
  problem: true,
  output: true,
  durationMs: true,
  createdAt: true,
  holdExpiresAt: true,
  file: { select: fileColumns },
} as const satisfies Prisma.ServiceRunSelect;

type RunRow = Prisma.ServiceRunGetPayload<{ select: typeof runColumns }>;

function toView({ fingerprint: _, holdExpiresAt, file, ...row }: RunRow, now: Date): RunView {
  return {
    ...row,
    status: toRunStatus(row.status, holdExpiresAt, now),
    file:
      file && file.expiresAt > now
        ? {
            name: file.name,
            mediaType: file.mediaType,
            byteSize: file.byteSize,
            availableUntil: file.expiresAt,
          }
        : null,
  };
}

/** The run made with this key, with what tells whether a repetition is one. */
export async function findRunByKey(
  db: Db,
  { userId, key }: { userId: string; key: string },
  now: Date,
): Promise<{ run: RunView; fingerprint: string } | null> {
  const row = await db.prisma.serviceRun.findUnique({
    where: { userId_key: { userId, key } },
    select: runColumns,
  });
  return row && { run: toView(row, now), fingerprint: row.fingerprint };
}

export async function findRun(
  db: Db,
  { userId, runId }: { userId: string; runId: string },
  now: Date,
): Promise<RunView | null> {
  const row = await db.prisma.serviceRun.findFirst({ where: { id: runId, userId }, select: runColumns });
  return row && toView(row, now);
}

/** One person's latest runs of one service, newest first. */
export async function listLatestRuns(
  db: Db,
  { userId, slug, limit }: { userId: string; slug: string; limit: number },
  now: Date,
): Promise<RunView[]> {
  const rows = await db.prisma.serviceRun.findMany({
    where: { userId, serviceSlug: slug },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: runColumns,
  });
  return rows.map((row) => toView(row, now));
}

export async function findRunFile(db: Db, { userId, runId }: { userId: string; runId: string }, now: Date) {
  return db.prisma.serviceRunFile.findFirst({
    where: { runId, expiresAt: { gt: now }, run: { userId } },
    select: { name: true, mediaType: true, bytes: true },
  });
}

/** One person's runs in a range, summed by UTC day and service, oldest first. */
export async function sumRunsByDay(db: Db, { userId, from, to }: UsageRange): Promise<DailyUsage[]> {
  const rows = await db.sql<Omit<DailyUsage, "runs" | "succeeded"> & { runs: bigint; succeeded: bigint }>({
    name: "runs-by-day",
    text: `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, service_slug AS "serviceSlug",
        count(*) AS runs, count(*) FILTER (WHERE status = 'succeeded') AS succeeded,
        sum(charged_milli)::bigint AS "chargedMilli"
      FROM service_runs
      WHERE user_id = $1::uuid AND created_at >= $2::timestamptz AND created_at < $3::timestamptz
      GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [userId, from, to],
  });
  return rows.map((row) => ({ ...row, runs: Number(row.runs), succeeded: Number(row.succeeded) }));
}
