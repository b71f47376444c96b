import { QueueForbidden } from "./errors";
import type { AppContext } from "@/lib/context";
import { cronItems, schedule } from "@/lib/worker/cron-items";
import { requireAdmin } from "@/lib/shared/require-admin";
import { nextRunAt, rhythmWords } from "./policy";
import { countByTask, readSchedule } from "./queries";
import type { QueuedTask, ScheduledRun } from "./types";

type Reader = Pick<AppContext, "db" | "actor" | "systemClock">;

/**
 * What waits in the queue by kind of job, and what the clock starts when.
 * @throws QueueForbidden
 */
export async function getQueue(ctx: Reader): Promise<{ tasks: QueuedTask[]; scheduled: ScheduledRun[] }> {
  requireAdmin(ctx.actor, QueueForbidden);
  const now = ctx.systemClock.now();
  const items = cronItems();
  const [tasks, rows] = await Promise.all([countByTask(ctx.db), readSchedule(ctx.db, Object.keys(schedule))]);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const scheduled = Object.entries(schedule).map(([name, pattern]) => {
    const match = items.find((item) => item.task === name)?.match;
    const { lastAt = null, state = "idle" } = byName.get(name) ?? {};
    const nextAt = match ? nextRunAt((minute) => match(minute), now) : null;
    return { name, rhythm: rhythmWords(pattern), nextAt, lastAt, state };
  });
  return { tasks, scheduled };
}
