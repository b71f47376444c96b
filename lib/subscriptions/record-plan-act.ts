import { recordAudit } from "@/lib/audit";
import type { AuditAction, AuditedAct, AuditFacts } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { requireActiveAdmin } from "@/lib/users";
import type { SubscriptionRow } from "./repository";

/** Why an admin acts on somebody's plan, and from where. */
export interface Because {
  reason: string;
  origin: AuditedAct["origin"];
}

/** Where an admin acts for a member. */
export interface ForMember {
  /** Whose plan it is. */
  userId?: string;
  because?: Because;
  /** Of the plan as it was shown. */
  token?: string;
}

export interface PlanAct {
  action: AuditAction;
  subscription: Pick<SubscriptionRow, "stripeSubscriptionId" | "userId">;
  because: Because | undefined;
  before: AuditFacts;
  after: AuditFacts;
}

/**
 * Writes down in the caller's transaction what an admin does with somebody's plan. Call it last.
 * @throws ActorNotAdmin for who is none any more: what they set out to do is not done
 */
export async function recordPlanAct(
  { actor, systemClock }: Pick<AppContext, "actor" | "systemClock">,
  tx: Db,
  { action, subscription, because, before, after }: PlanAct,
): Promise<void> {
  await requireActiveAdmin(tx, actor);
  const { stripeSubscriptionId: id, userId } = subscription;
  await recordAudit(tx, {
    ...{ actor, origin: because?.origin ?? null, action, target: { type: "subscription", id }, userId },
    ...{ reason: because?.reason ?? null, before, after, now: systemClock.now() },
  });
}

/**
 * Before Stripe is asked for something of which nothing is written here: the entry says what an admin set out to do, so
 * that no act is without one. A try that Stripe did not answer has its entry, too; the plan's own history says what
 * became of it.
 */
export async function recordPlanIntent(
  ctx: Pick<AppContext, "db" | "actor" | "systemClock">,
  act: PlanAct,
): Promise<void> {
  await ctx.db.transaction((tx) => recordPlanAct(ctx, tx, act));
}
