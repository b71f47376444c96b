import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { grantDue } from "./grant-due";
import { hasPaidPlan, isGone, listDue, lockOpen, updatePlan, type GivenRow } from "./repository";
import { tellEnded } from "./tell-member";

/** More wait for the next hour. */
const batchSize = 500;

type Context = Pick<AppContext, "db" | "clock" | "appUrl" | "log">;

async function continuePlan(tx: Db, ctx: Context, plan: GivenRow): Promise<void> {
  const now = ctx.clock.now();
  // Who pays for a plan, or was deleted, knows without a mail.
  if ((await hasPaidPlan(tx, plan.userId)) || (await isGone(tx, plan.userId))) {
    return updatePlan(tx, plan.id, { endedAt: now < plan.endsAt ? now : plan.endsAt });
  }
  if (plan.endsAt > now) return grantDue(tx, ctx.clock, plan);
  await updatePlan(tx, plan.id, { endedAt: plan.endsAt });
  await tellEnded(tx, ctx, plan);
}

/**
 * Handles the job "continue-complimentary-plans": grants months that have begun, and ends what is over, or what a paid
 * plan took the place of. Idempotent; each plan is a transaction of its own.
 * @returns how many had something to do
 */
export async function continueComplimentaryPlans(ctx: Context): Promise<number> {
  const due = await listDue(ctx.db, ctx.clock.now(), batchSize);
  for (const id of due) {
    try {
      await ctx.db.transaction(async (tx) => {
        const plan = await lockOpen(tx, id);
        if (plan) await continuePlan(tx, ctx, plan);
      });
    } catch (error) {
      // The others do not wait for it, and the next hour tries again.
      ctx.log.error({ err: error, planId: id }, "a complimentary plan could not be continued");
    }
  }
  return due.length;
}
