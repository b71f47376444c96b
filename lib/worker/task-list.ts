import { Logger, type TaskList } from "graphile-worker";
import { actingAs, type AppContext } from "@/lib/context";
import type { JobHandlers } from "./job-handlers";

/** The handlers in the queue's own form. Each job acts as the system, and its log lines name it. */
export function toTaskList(ctx: AppContext, handlers: JobHandlers): TaskList {
  const tasks: TaskList = {};
  for (const [name, handle] of Object.entries(handlers)) {
    tasks[name] = async (payload: unknown, { job }) => {
      const log = ctx.log.child({ job: name, jobId: job.id, attempt: job.attempts });
      await handle({ ...actingAs(ctx, { kind: "system", name }), log }, payload as never);
    };
  }
  return tasks;
}

const levels = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;

/** The queue's messages in our log. It tells of every job that succeeded: worth a debug line. */
export function toWorkerLogger(ctx: Pick<AppContext, "log">): Logger {
  return new Logger((scope) => (level, message, meta) => {
    ctx.log[levels[level]]({ ...scope, ...(meta.error ? { err: meta.error } : {}) }, message);
  });
}
