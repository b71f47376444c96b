import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { findPlan } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { toMilli } from "@/lib/shared/credits";
import { beginSupportAct } from "@/lib/users";
import { AlreadyGiven, EndRefused, PlanRuns, UnknownPlan } from "./errors";
import { grantDue } from "./grant-due";
import { longestMs } from "./policy";
import { isOwn } from "./queries";
import { findOver, hasPaidPlan, insertPlan, lockOpen, updatePlan } from "./repository";
import { tellEnded, tellGiven } from "./tell-member";

export type GivingContext = Pick<AppContext, "db" | "actor" | "clock" | "systemClock" | "appUrl">;

interface Asked {
  /** A UUID made with the form: the same form sent twice is one plan. */
  id: string;
  userId: string;
  planKey: string;
  endsAt: Date;
  reason: string;
  origin: AuditedAct["origin"];
}

/** One that has ended, which the job did not come to yet, makes room. */
async function closeEnded(tx: Db, ctx: GivingContext, userId: string): Promise<void> {
  const open = await findOver(tx, userId, ctx.clock.now());
  if (!open) return;
  await updatePlan(tx, open.id, { endedAt: open.endsAt });
  await tellEnded(tx, ctx, open);
}

/**
 * Gives somebody a plan's months without payment, from now to an instant, with the credits of the first at once. They
 * are told by mail. Idempotent by `id`.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | UnknownPlan | EndRefused | PlanRuns | AlreadyGiven
 */
export async function giveComplimentaryPlan(ctx: GivingContext, asked: Asked): Promise<{ done: boolean }> {
  const { id, userId, planKey, endsAt, reason, origin } = asked;
  const item = findPlan(planKey);
  if (!item) throw new UnknownPlan();
  const now = ctx.clock.now();
  if (!(endsAt > now && endsAt.getTime() - now.getTime() <= longestMs)) throw new EndRefused();
  return ctx.db.transaction(async (tx) => {
    const { adminId: givenBy } = await beginSupportAct(tx, ctx.actor, userId);
    if (await isOwn(tx, { id, userId })) return { done: false };
    if (await hasPaidPlan(tx, userId)) throw new PlanRuns();
    await closeEnded(tx, ctx, userId);
    const terms = { startsAt: now, endsAt, monthlyMilli: toMilli(item.creditsPerMonth) };
    const made = await insertPlan(tx, {
      id,
      userId,
      givenBy,
      planKey,
      planName: item.name,
      reason,
      ...terms,
    });
    const plan = made ? await lockOpen(tx, id) : null;
    if (!plan) throw new AlreadyGiven();
    await grantDue(tx, ctx.clock, plan);
    await tellGiven(tx, ctx, plan);
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "complimentary_plan_given", userId, reason },
      target: { type: "user", id: userId },
      after: { planId: id, plan: planKey, creditsMilli: plan.monthlyMilli, endsAt },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}
