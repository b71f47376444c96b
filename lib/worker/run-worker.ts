import { setTimeout as wait } from "node:timers/promises";
import { run, type Runner, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import type { AppContext } from "@/lib/context";
import { cronItems } from "./cron-items";
import { jobHandlers } from "./job-handlers";
import { openQueuePool } from "./queue-pool";
import { queueSettings } from "./queue-settings";
import { toTaskList, toWorkerLogger } from "./task-list";
import { untilFatal } from "./until-fatal";
import { claimingEvents } from "./worker-claims";

export interface WorkerOptions {
  databaseUrl: string;
  concurrency?: number;
}

export interface RunningWorker {
  /** Takes no new job, lets the running ones end, and resolves when they have. */
  stop(): Promise<void>;
}

const restartDelayMs = 2_000;

const defaultConcurrency = 4;

interface Connections {
  pgPool: Pool;
  concurrency: number;
  events: WorkerEvents;
}

function startRunner(ctx: AppContext, connections: Connections): Promise<Runner> {
  return run({
    ...connections,
    pollInterval: 2_000,
    preset: queueSettings,
    noHandleSignals: true,
    taskList: toTaskList(ctx, jobHandlers),
    parsedCronItems: cronItems(),
    logger: toWorkerLogger(ctx),
  });
}

/** Works off the queue until stopped; starts again after a failure, such as a database that was away. */
export function runWorker(ctx: AppContext, options: WorkerOptions): RunningWorker {
  const stopping = new AbortController();
  let runner: Runner | null = null;

  async function superviseOnce(): Promise<void> {
    const events = claimingEvents((err) => {
      ctx.log.error({ err }, "workers could not be claimed");
    });
    const fatal = untilFatal(events);
    const concurrency = options.concurrency ?? defaultConcurrency;
    const pgPool = openQueuePool(options.databaseUrl, concurrency + 2, (err) => {
      ctx.log.warn({ err }, "a connection of the queue was lost");
    });
    try {
      runner = await startRunner(ctx, { pgPool, concurrency, events });
      runner.promise.catch(() => undefined); // it may end after nobody waits for it any more
      if (stopping.signal.aborted) await Promise.race([runner.stop(), fatal]);
      await Promise.race([runner.promise, fatal]);
    } finally {
      // After a failure the library may keep connections for ever: nobody waits for them.
      void pgPool.end();
    }
  }

  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      await superviseOnce().catch((err: unknown) => {
        ctx.log.error({ err }, "the worker stopped and starts again");
      });
      runner = null;
      await wait(restartDelayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const ended = supervise();
  return {
    async stop() {
      stopping.abort();
      await Promise.race([runner?.stop().catch(() => undefined), ended]);
      await ended;
    },
  };
}
