import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { readEvent } from "./detail-queries";
import { ReplayChanged, StripeEventNotFound } from "./errors";
import { lockReplays, putBack } from "./replay-repository";
import { requireOperator } from "./require-operator";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;

interface Replay {
  id: string;
  /** When the event had last been replayed, as the page showed it: the same form is one replay. */
  seenReplayedAt: Date | null;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Has one event processed again, whatever became of it, and writes down who asked.
 * @throws StripeEventsForbidden, StripeEventNotFound, ReplayChanged when somebody did meanwhile
 */
export async function replayOneEvent(ctx: Context, replay: Replay): Promise<void> {
  const replayedBy = requireOperator(ctx.actor);
  const { id, seenReplayedAt, reason, origin } = replay;
  await ctx.db.transaction(async (tx) => {
    await lockReplays(tx);
    const event = await readEvent(tx, id);
    if (!event) throw new StripeEventNotFound(id);
    if (event.replayedAt?.getTime() !== seenReplayedAt?.getTime()) throw new ReplayChanged();
    await putBack(tx, { ids: [id], replayedAt: ctx.clock.now(), replayedBy });
    const { status, attempts, userId } = event;
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "webhook_replayed", reason, now: ctx.systemClock.now() },
      ...{ target: { type: "webhook", id }, userId },
      ...{ before: { status, attempts }, after: { status: "pending", attempts: 0 } },
    });
  });
}
