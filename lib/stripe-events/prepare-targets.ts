import type { Db } from "@/lib/db";
import { convergers } from "./converger-registry";
import { mergePayments } from "./merge-payments";
import { inOrder, type PlannedTarget } from "./plan-convergence";
import type { EventContext, EventOutcome, Target, Write } from "./types";

export interface PreparedTarget {
  target: PlannedTarget;
  write: Write;
}

/** Reads every target from Stripe, one after the other, and writes nothing. */
export async function readTargets(
  ctx: EventContext,
  targets: readonly PlannedTarget[],
): Promise<PreparedTarget[]> {
  const prepared: PreparedTarget[] = [];
  for (const target of await mergePayments(ctx, targets)) {
    prepared.push({ target, write: await convergers[target.kind](ctx, target.id, target.events) });
  }
  return prepared;
}

/**
 * The convergence that events lead to, without an event: reads the targets from Stripe and returns what to write about
 * them, in the order in which they refer to each other, for the caller's transaction.
 */
export async function prepareTargets(
  ctx: EventContext,
  targets: readonly Target[],
): Promise<(tx: Db) => Promise<EventOutcome[]>> {
  const prepared = await readTargets(ctx, inOrder(targets.map((target) => ({ ...target, events: [] }))));
  return async (tx) => {
    const outcomes: EventOutcome[] = [];
    for (const { write } of prepared) outcomes.push(await write(tx));
    return outcomes;
  };
}
