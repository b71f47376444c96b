import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { QuotaKind } from "@/lib/quotas/types";
import { isUuid } from "@/lib/shared/is-uuid";
import { beginSupportAct } from "@/lib/users";
import { OverrideEndRefused, OverrideLimitRefused, OverrideNotFound } from "./errors";
import { endOpen, findOverride, insertOverride } from "./repository";

type Context = Pick<AppContext, "db" | "actor" | "clock" | "systemClock">;

const longestMs = 5 * 366 * 24 * 60 * 60 * 1000;
/** More than anybody ever uses, which stands for no limit. */
const largestLimit = 10n ** 15n;

interface Asked {
  /** A UUID made with the form: the same form sent twice is one limit. */
  id: string;
  userId: string;
  kind: QuotaKind;
  /** At zero nothing is allowed. */
  limit: bigint;
  endsAt: Date;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Sets a limit for one person until an instant, in place of what their plan says and of an earlier one of its kind.
 * Idempotent by `id`.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | OverrideEndRefused | OverrideLimitRefused
 * @throws OverrideNotFound (the id is somebody else's)
 */
export async function setQuotaOverride(ctx: Context, asked: Asked): Promise<{ done: boolean }> {
  const { id, userId, kind, limit, endsAt, reason, origin } = asked;
  const now = ctx.clock.now();
  if (!(endsAt > now && endsAt.getTime() - now.getTime() <= longestMs)) throw new OverrideEndRefused();
  if (limit < 0n || limit > largestLimit) throw new OverrideLimitRefused();
  return ctx.db.transaction(async (tx) => {
    const { adminId: setBy } = await beginSupportAct(tx, ctx.actor, userId);
    if (await findOverride(tx, { id, userId })) return { done: false };
    const before = await endOpen(tx, { userId, kind, now });
    const row = { id, userId, setBy, kind, limit, reason, startsAt: now, endsAt };
    // The form of somebody else's limit.
    if (!(await insertOverride(tx, row))) throw new OverrideNotFound();
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "quota_override_set", userId, reason },
      target: { type: "user", id: userId },
      before: before ? { kind, limit: before.limit, endsAt: before.endsAt } : null,
      after: { kind, limit, endsAt },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}

/**
 * Ends a limit before its day: the plan's counts again. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | OverrideNotFound
 */
export async function endQuotaOverride(
  ctx: Context,
  { id, userId, reason, origin }: Pick<Asked, "id" | "userId" | "reason" | "origin">,
): Promise<{ done: boolean }> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await beginSupportAct(tx, ctx.actor, userId);
    const found = isUuid(id) ? await findOverride(tx, { id, userId }) : null;
    if (!found) throw new OverrideNotFound();
    if (found.endedAt || found.endsAt <= now) return { done: false };
    const { kind, limit, endsAt } = found;
    await endOpen(tx, { userId, kind, now });
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "quota_override_ended", userId, reason },
      target: { type: "user", id: userId },
      before: { kind, limit, endsAt },
      after: { kind, endsAt: now },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}
