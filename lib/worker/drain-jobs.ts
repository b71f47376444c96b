import { runOnce } from "graphile-worker";
import type { AppContext } from "@/lib/context";
import { jobHandlers } from "./job-handlers";
import { openQueuePool } from "./queue-pool";
import { queueSettings } from "./queue-settings";
import { toTaskList, toWorkerLogger } from "./task-list";
import { untilFatal } from "./until-fatal";
import { claimingEvents } from "./worker-claims";

/** Works off all jobs that are due, then returns: for hosts without a lasting process. */
export async function drainJobs(ctx: AppContext, databaseUrl: string): Promise<void> {
  const onError = (err: unknown) => {
    ctx.log.warn({ err }, "a connection of the queue was lost");
  };
  const pgPool = openQueuePool(databaseUrl, 3, onError);
  const claim = await pgPool.connect();
  const events = claimingEvents(onError, claim);
  const fatal = untilFatal(events);
  try {
    const done = runOnce({
      pgPool,
      preset: queueSettings,
      noHandleSignals: true,
      taskList: toTaskList(ctx, jobHandlers),
      logger: toWorkerLogger(ctx),
      events,
    });
    done.catch(() => undefined); // it may end after nobody waits for it any more
    await Promise.race([done, fatal]);
  } finally {
    claim.release(true); // closing the connection gives the claim back
    await pgPool.end();
  }
}
