import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { restartJob } from "@/lib/jobs";
import { isScheduledJob } from "@/lib/worker/cron-items";
import { requireAdmin } from "@/lib/shared/require-admin";
import { NotScheduled, QueueForbidden } from "./errors";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

interface Ask {
  name: string;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Has a job that the clock starts done now. It stands in the queue once, however often it is asked for.
 * @throws QueueForbidden, NotScheduled
 */
export async function runScheduledJob(ctx: Context, { name, reason, origin }: Ask): Promise<void> {
  requireAdmin(ctx.actor, QueueForbidden);
  if (!isScheduledJob(name)) throw new NotScheduled(name);
  await ctx.db.transaction(async (tx) => {
    await restartJob(tx, { name, payload: {}, key: `cron:${name}`, maxAttempts: 1 });
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "job_run", reason, now: ctx.systemClock.now() },
      target: { type: "job", id: name },
    });
  });
}
