import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { JobChanged, QueueForbidden } from "./errors";
import { lockFailed, startOver } from "./repository";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

interface Ask {
  id: string;
  /** As the page showed it: the same form is one retry. */
  seenAttempts: number;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Makes a failed job due now, with all its tries.
 * @throws QueueForbidden, JobChanged when it was done, tried or retried meanwhile
 */
export async function retryJob(ctx: Context, { id, seenAttempts, reason, origin }: Ask): Promise<void> {
  requireAdmin(ctx.actor, QueueForbidden);
  if (!/^\d{1,18}$/.test(id)) throw new JobChanged();
  await ctx.db.transaction(async (tx) => {
    const job = await lockFailed(tx, BigInt(id));
    if (job?.attempts !== seenAttempts) throw new JobChanged();
    await startOver(tx, BigInt(id));
    const { name, attempts, maxAttempts } = job;
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "job_retried", reason, now: ctx.systemClock.now() },
      ...{ target: { type: "job", id }, before: { job: name, attempts, maxAttempts } },
      after: { job: name, attempts: 0, maxAttempts },
    });
  });
}
