import { captureHold, getBalance, releaseHold } from "@/lib/credits";
import type { Receipt } from "@/lib/credits/types";
import type { Db } from "@/lib/db";
import { DomainError } from "@/lib/shared/errors";
import type { Attempt } from "./attempt-run";
import type { ServicesContext } from "./context";
import type { ServiceResult } from "./define-service";
import { ServiceMisbehaved } from "./errors";
import { toCharge } from "./policy";
import { findRun } from "./queries";
import { insertRunFile, markRunFailed, markRunSucceeded, type RunFailure } from "./repository";
import type { RunView } from "./types";

export interface OpenRun {
  id: string;
  userId: string;
  quoteMilli: bigint;
  holdKey: string;
}

const fileKeptMs = 24 * 60 * 60 * 1000;

/**
 * Ends a run: the charge and the result are written together, or the whole hold goes back. Should neither be
 * possible now, the hold lapses by itself.
 */
export async function settleRun(ctx: ServicesContext, run: OpenRun, attempt: Attempt): Promise<RunView> {
  const { durationMs } = attempt;
  if (attempt.outcome === "problem") {
    await giveBack(ctx, run, { status: attempt.status, problem: attempt.problem, durationMs });
    return readBack(ctx, run);
  }
  try {
    await charge(ctx, run, { result: attempt.result, durationMs });
  } catch (error) {
    ctx.log.error({ err: error, runId: run.id }, "a finished run could not be charged");
    await giveBack(ctx, run, { status: "failed", problem: "services.failed", durationMs });
  }
  return readBack(ctx, run);
}

async function charge(
  ctx: ServicesContext,
  run: OpenRun,
  { result, durationMs }: { result: ServiceResult; durationMs: number },
): Promise<void> {
  const chargeMilli = toCharge(run.quoteMilli, result.actualMilli);
  if (chargeMilli === null) throw new ServiceMisbehaved(run.id, "actual cost");
  const now = ctx.clock.now();
  const write = async (tx: Db) => {
    const ledger = { db: tx, clock: ctx.clock };
    const taken = await take(ledger, run, chargeMilli);
    const { totalMilli } = await getBalance(ledger, run.userId);
    if (result.file) {
      const expiresAt = new Date(now.getTime() + fileKeptMs);
      await insertRunFile(tx, { runId: run.id, file: result.file, expiresAt });
    }
    await markRunSucceeded(tx, run.id, {
      ...taken,
      balanceAfterMilli: totalMilli,
      output: result.output,
      durationMs,
      finishedAt: now,
    });
  };
  // A free run without a file changes one row.
  const alone = run.quoteMilli === 0n && !result.file;
  await (alone ? write(ctx.db) : ctx.db.transaction(write));
}

async function take(ledger: Parameters<typeof captureHold>[0], run: OpenRun, chargeMilli: bigint) {
  if (run.quoteMilli === 0n) return { chargedMilli: 0n, subscriptionMilli: 0n, paygMilli: 0n };
  const receipt = await captureHold(ledger, {
    userId: run.userId,
    holdKey: run.holdKey,
    creditsMilli: chargeMilli,
  });
  return { chargedMilli: chargeMilli, ...toKinds(receipt) };
}

function toKinds({ parts }: Receipt): { subscriptionMilli: bigint; paygMilli: bigint } {
  const taken = { subscriptionMilli: 0n, paygMilli: 0n };
  for (const { kind, creditsMilli } of parts) {
    taken[kind === "subscription" ? "subscriptionMilli" : "paygMilli"] += creditsMilli;
  }
  return taken;
}

/** Releases the hold and says why. When the charge did go through after all (its answer was lost), that stands. */
async function giveBack(
  ctx: ServicesContext,
  run: OpenRun,
  failure: Omit<RunFailure, "finishedAt">,
): Promise<void> {
  try {
    await ctx.db.transaction(async (tx) => {
      if (run.quoteMilli > 0n) await releaseHold({ db: tx, clock: ctx.clock }, run);
      await markRunFailed(tx, run.id, { ...failure, finishedAt: ctx.clock.now() });
    });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "credits.hold_settled")) throw error;
  }
}

async function readBack(ctx: ServicesContext, run: OpenRun): Promise<RunView> {
  const view = await findRun(ctx.db, { userId: run.userId, runId: run.id }, ctx.clock.now());
  if (!view) throw new Error(`Run ${run.id} is gone.`);
  return view;
}
