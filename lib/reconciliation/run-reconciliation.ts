import { v4 as uuidv4 } from "uuid";
import type { AppContext } from "@/lib/context";
import { DomainError } from "@/lib/shared/errors";
import { readBatches } from "./reconcile";
import { repairDifference } from "./repair-difference";
import {
  claimRun,
  endRun,
  keepRehearsal,
  listUnrehearsed,
  noteProblem,
  saveBatch,
  type ClaimedRun,
} from "./run-repository";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "systemClock" | "log" | "appUrl" | "actor">;

/** A rehearsal reads each object from Stripe again: of more than these a person looks at a few. */
const rehearsed = 200;

type Mine = { id: string; claim: string };

/** @returns false when somebody else has taken the run, or canceled it */
async function compare(ctx: Context, mine: Mine, { since, until, done }: ClaimedRun): Promise<boolean> {
  for await (const batch of readBatches(ctx, { since, until, done })) {
    const now = ctx.systemClock.now();
    if (!(await ctx.db.transaction((tx) => saveBatch(tx, { ...mine, now }, batch)))) return false;
  }
  return true;
}

async function rehearse(ctx: Context, { id }: Mine): Promise<void> {
  for (const { key } of await listUnrehearsed(ctx.db, id, rehearsed))
    await keepRehearsal(ctx.db, id, await repairDifference(ctx, key, { dryRun: true }));
}

/**
 * Handles the job "run-reconciliation": compares, and notes each batch as it goes. Killed in the middle it goes on with
 * the kind of object that it was reading; of two at once the later one has the run, and the other stops. While Stripe
 * does not answer the run says so, and the job is tried again.
 *
 * @throws PaymentGatewayError, for the queue to try again
 */
export async function runReconciliation(ctx: Context, { runId: id }: { runId: string }): Promise<void> {
  const mine = { id, claim: uuidv4() };
  const run = await claimRun(ctx.db, { ...mine, now: ctx.systemClock.now() });
  if (!run) return;
  try {
    if (!(await compare(ctx, mine, run))) return;
    if (run.rehearse) await rehearse(ctx, mine);
    await endRun(ctx.db, { ...mine, status: "finished", now: ctx.systemClock.now() });
  } catch (error) {
    const problem = error instanceof DomainError ? error.code : "unexpected";
    await noteProblem(ctx.db, { ...mine, now: ctx.systemClock.now() }, problem);
    throw error;
  }
}
