import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { isUuid } from "@/lib/shared/is-uuid";
import { beginSupportAct } from "@/lib/users";
import { GivenPlanNotFound } from "./errors";
import type { GivingContext } from "./give-plan";
import { isOwn } from "./queries";
import { lockOpen, updatePlan } from "./repository";
import { tellEnded } from "./tell-member";

interface Asked {
  userId: string;
  id: string;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Ends a plan that was given, before its day: no month begins any more. Credits that came stay until they expire, as
 * those of a plan that is canceled do. They are told by mail. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | GivenPlanNotFound
 */
export async function endComplimentaryPlan(
  ctx: GivingContext,
  { userId, id, reason, origin }: Asked,
): Promise<{ done: boolean }> {
  return ctx.db.transaction(async (tx) => {
    await beginSupportAct(tx, ctx.actor, userId);
    if (!isUuid(id) || !(await isOwn(tx, { id, userId }))) throw new GivenPlanNotFound();
    const plan = await lockOpen(tx, id);
    if (!plan) return { done: false };
    const endedAt = ctx.clock.now();
    await updatePlan(tx, id, { endedAt });
    await tellEnded(tx, ctx, plan);
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "complimentary_plan_ended", userId, reason },
      target: { type: "user", id: userId },
      before: { planId: id, endsAt: plan.endsAt },
      after: { planId: id, endsAt: endedAt },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}
