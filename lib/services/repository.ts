import { Prisma, type Db } from "@/lib/db";
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

/** The new run's id, or null when this key has a run already (also one that another transaction just made). */
export async function insertRun(db: Db, run: NewRun): Promise<string | null> {
  const [row] = await db.prisma.serviceRun.createManyAndReturn({
    data: [run],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
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

export async function markRunSucceeded(db: Db, runId: string, success: RunSuccess): Promise<void> {
  const output = (success.output ?? Prisma.DbNull) as Prisma.InputJsonValue;
  await db.prisma.serviceRun.update({
    where: { id: runId, status: "running" },
    data: { ...success, output, status: "succeeded" },
    select: { id: true },
  });
}

export interface RunFailure {
  status: "failed" | "timed_out";
  problem: string;
  durationMs: number;
  finishedAt: Date;
}

/** Unless the run has ended meanwhile: then its end stands. */
export async function markRunFailed(db: Db, runId: string, failure: RunFailure): Promise<void> {
  await db.prisma.serviceRun.updateMany({ where: { id: runId, status: "running" }, data: failure });
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
