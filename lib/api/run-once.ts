import { randomUUID } from "node:crypto";
import { findRunOfKey } from "@/lib/services";
import type { RunView } from "@/lib/services/types";
import { DomainError } from "@/lib/shared/errors";
import type { ApiContext } from "./api-context";
import { keyReused, runInProgress } from "./errors";
import { claimRunKey, releaseRunKey, type RunKeyClaim } from "./repository";

/** How long a repetition finds the first run. */
export const rememberedMs = 24 * 60 * 60 * 1000;
/** A claim without a run after this long belongs to a server that is gone. */
const startingMs = 60_000;

interface OnceRequest {
  userId: string;
  /** Hash of the Idempotency-Key. */
  keyHash: string;
  /** Equal for a repetition, different for a mistake. */
  fingerprint: string;
  /** Makes the run, itself at most once per run key; a `DomainError` says that nothing began. */
  run: (runKey: string) => Promise<RunView>;
}

/**
 * One run per Idempotency-Key within 24 hours, whatever is repeated, in parallel or after a crash.
 * @throws ApiRefusal for a key of another request, or while its first request is going on
 */
export async function runOnce(
  ctx: ApiContext,
  { userId, keyHash, fingerprint, run }: OnceRequest,
): Promise<{ run: RunView; replayed: boolean }> {
  const now = ctx.systemClock.now();
  const claim = { userId, keyHash, fingerprint, runKey: randomUUID(), createdAt: now };
  const first = await claimRunKey(ctx.db, claim, new Date(now.getTime() - rememberedMs));
  if (first === null) return { run: await runClaimed(ctx, claim, run), replayed: false };
  if (first === undefined) throw runInProgress();
  if (first.fingerprint !== fingerprint) throw keyReused();
  const known = await findRunOfKey(ctx, { userId, key: first.runKey });
  if (known && known.status !== "running") return { run: known, replayed: true };
  if (known || now.getTime() - first.createdAt.getTime() < startingMs) throw runInProgress();
  return { run: await runClaimed(ctx, first, run), replayed: false };
}

async function runClaimed(ctx: ApiContext, claim: RunKeyClaim, run: OnceRequest["run"]): Promise<RunView> {
  try {
    return await run(claim.runKey);
  } catch (error) {
    if (error instanceof DomainError) await releaseRunKey(ctx.db, claim);
    throw error;
  }
}
