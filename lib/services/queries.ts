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

interface FoundRun extends Omit<RunRow, "file"> {
  fileName: string | null;
  mediaType: string;
  byteSize: number;
  fileExpiresAt: Date;
}

const foundColumns = `r.id, r.service_slug AS "serviceSlug", r.status::text AS status, r.fingerprint,
  r.input_bytes AS "inputBytes", r.quoted_milli AS "quotedMilli", r.charged_milli AS "chargedMilli",
  r.subscription_milli AS "subscriptionMilli", r.payg_milli AS "paygMilli",
  r.balance_after_milli AS "balanceAfterMilli", r.problem, r.output, r.duration_ms AS "durationMs",
  r.created_at AS "createdAt", r.hold_expires_at AS "holdExpiresAt", f.name AS "fileName",
  f.media_type AS "mediaType", f.byte_size AS "byteSize", f.expires_at AS "fileExpiresAt"
  FROM service_runs r LEFT JOIN service_run_files f ON f.run_id = r.id`;

function toFoundView(row: FoundRun, now: Date): RunView {
  const { fileName, mediaType, byteSize, fileExpiresAt, ...run } = row;
  const file = fileName === null ? null : { name: fileName, mediaType, byteSize, expiresAt: fileExpiresAt };
  return toView({ ...run, file }, now);
}

/** The run made with this key, with what tells whether a repetition is one. One round trip: each run asks it. */
export async function findRunByKey(
  db: Db,
  { userId, key }: { userId: string; key: string },
  now: Date,
): Promise<{ run: RunView; fingerprint: string } | null> {
  const [row] = await db.sql<FoundRun>({
    name: "find-run-by-key",
    text: `SELECT ${foundColumns} WHERE r.user_id = $1::uuid AND r.key = $2::uuid`,
    values: [userId, key],
  });
  return row ? { run: toFoundView(row, now), fingerprint: row.fingerprint } : null;
}

export async function findRun(
  db: Db,
  { userId, runId }: { userId: string; runId: string },
  now: Date,
): Promise<RunView | null> {
  const [row] = await db.sql<FoundRun>({
    name: "find-run",
    text: `SELECT ${foundColumns} WHERE r.user_id = $1::uuid AND r.id = $2::uuid`,
    values: [userId, runId],
  });
  return row ? toFoundView(row, now) : null;
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
