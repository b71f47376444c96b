import type { Db } from "@/lib/db";
import type { Allowance } from "@/lib/quotas";
import { allowanceArguments, type Begun } from "@/lib/usage";
import type { ResultFile } from "./define-service";

export interface NewRun {
  userId: string;
  key: string;
  serviceSlug: string;
  source: "web" | "api";
  fingerprint: string;
  inputBytes: number;
  quotedMilli: bigint;
  createdAt: Date;
  holdExpiresAt: Date;
}

export interface InsertedRun {
  id: string;
  /** How it was counted against its limits. */
  begun: Begun;
}

/**
 * Writes the new run and counts it in one statement. Null when this key has a run already (also one that another
 * transaction just made): then nothing is counted.
 */
export async function insertRun(db: Db, run: NewRun, allowance: Allowance): Promise<InsertedRun | null> {
  const { userId, key, serviceSlug, source, fingerprint, inputBytes, quotedMilli, createdAt } = run;
  const { text, values } = allowanceArguments(allowance, 10);
  const [row] = await db.sql<Begun & { id: string }>({
    name: "insert-run",
    text: `WITH run AS (
        INSERT INTO service_runs (id, user_id, key, service_slug, source, fingerprint, input_bytes, quoted_milli,
          created_at, hold_expires_at)
        VALUES (uuidv7(), $1::uuid, $2::uuid, $3, $4::service_run_source, $5, $6::int, $7::bigint, $8::timestamptz,
          $9::timestamptz)
        ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id, created_at, service_slug, source)
      SELECT run.id, begun.* FROM run, LATERAL begin_usage(run.user_id, run.created_at, run.id, 'run',
        run.service_slug, run.source, NULL, ${text}) AS begun`,
    values: [
      ...[userId, key, serviceSlug, source, fingerprint, inputBytes],
      ...[quotedMilli, createdAt, run.holdExpiresAt, ...values],
    ],
  });
  return row ? { id: row.id, begun: row } : null;
}

export interface RunSuccess {
  chargedMilli: bigint;
  subscriptionMilli: bigint;
  paygMilli: bigint;
  balanceAfterMilli: bigint;
  output: unknown;
  durationMs: number;
  finishedAt: Date;
}

/** @throws Error when the run has ended meanwhile */
export async function markRunSucceeded(db: Db, runId: string, success: RunSuccess): Promise<void> {
  const { chargedMilli, subscriptionMilli, paygMilli, balanceAfterMilli, durationMs, finishedAt } = success;
  const output =
    success.output === undefined || success.output === null ? null : JSON.stringify(success.output);
  const ended = await db.sql({
    name: "mark-run-succeeded",
    text: `WITH run AS (
        UPDATE service_runs SET status = 'succeeded', charged_milli = $2::bigint, subscription_milli = $3::bigint,
          payg_milli = $4::bigint, balance_after_milli = $5::bigint, output = $6::jsonb, duration_ms = $7::int,
          finished_at = $8::timestamptz
        WHERE id = $1::uuid AND status = 'running' RETURNING id, user_id, created_at)
      SELECT end_usage(user_id, created_at, id, 'succeeded', $2::bigint, $3::bigint, $4::bigint, $7::int) AS ended
      FROM run`,
    values: [
      ...[runId, chargedMilli, subscriptionMilli, paygMilli, balanceAfterMilli],
      ...[output, durationMs, finishedAt],
    ],
  });
  if (ended.length === 0) throw new Error(`Run ${runId} has ended already.`);
}

export interface RunFailure {
  status: "failed" | "timed_out";
  problem: string;
  durationMs: number;
  finishedAt: Date;
}

/** Unless the run has ended meanwhile: then its end stands. */
export async function markRunFailed(db: Db, runId: string, failure: RunFailure): Promise<void> {
  const { status, problem, durationMs, finishedAt } = failure;
  await db.sql({
    name: "mark-run-failed",
    text: `WITH run AS (
        UPDATE service_runs SET status = $2::service_run_status, problem = $3, duration_ms = $4::int,
          finished_at = $5::timestamptz
        WHERE id = $1::uuid AND status = 'running' RETURNING id, user_id, created_at)
      SELECT end_usage(user_id, created_at, id, $2::text::usage_outcome, 0, 0, 0, $4::int) AS ended FROM run`,
    values: [runId, status, problem, durationMs, finishedAt],
  });
}

type KeptFile = { runId: string; file: ResultFile; expiresAt: Date };

/** @returns how many went */
export async function deleteFilesExpiredBy(db: Db, now: Date): Promise<number> {
  const { count } = await db.prisma.serviceRunFile.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}

export async function insertRunFile(db: Db, { runId, file, expiresAt }: KeptFile): Promise<void> {
  const { name, mediaType, bytes } = file;
  await db.prisma.serviceRunFile.create({
    data: { runId, name, mediaType, bytes: Buffer.from(bytes), byteSize: bytes.byteLength, expiresAt },
    select: { runId: true },
  });
}
