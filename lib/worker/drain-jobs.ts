import { runOnce } from "graphile-worker";
import { Pool } from "pg";
import type { AppContext } from "@/lib/context";
import { jobHandlers } from "./job-handlers";
import { queueSettings } from "./queue-settings";
import { toTaskList, toWorkerLogger } from "./task-list";
import { untilFatal } from "./until-fatal";
import { claimingEvents } from "./worker-claims";

/** Works off all jobs that are due, then returns: for hosts without a lasting process. */
export async function drainJobs(ctx: AppContext, databaseUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: databaseUrl, max: 3 });
  const onError = (err: unknown) => {
    ctx.log.warn({ err }, "a connection of the queue was lost");
  };
  pgPool.on("error", onError);
  pgPool.on("connect", (client) => client.on("error", onError));
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
