import { setTimeout as wait } from "node:timers/promises";
import { run, type Runner } from "graphile-worker";
import type { AppContext } from "@/lib/context";
import { cronItems } from "./cron-items";
import { jobHandlers } from "./job-handlers";
import { queueSettings } from "./queue-settings";
import { toTaskList, toWorkerLogger } from "./task-list";
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

function startRunner(ctx: AppContext, { databaseUrl, concurrency = 4 }: WorkerOptions): Promise<Runner> {
  return run({
    connectionString: databaseUrl,
    maxPoolSize: concurrency + 2,
    concurrency,
    pollInterval: 2_000,
    preset: queueSettings,
    noHandleSignals: true,
    taskList: toTaskList(ctx, jobHandlers),
    parsedCronItems: cronItems(),
    logger: toWorkerLogger(ctx),
    events: claimingEvents((err) => {
      ctx.log.error({ err }, "workers could not be claimed");
    }),
  });
}

/** Works off the queue until stopped; starts again after a failure, such as a database that was away. */
export function runWorker(ctx: AppContext, options: WorkerOptions): RunningWorker {
  const stopping = new AbortController();
  let runner: Runner | null = null;

  async function superviseOnce(): Promise<void> {
    runner = await startRunner(ctx, options);
    if (stopping.signal.aborted) await runner.stop();
    await runner.promise;
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
      await runner?.stop().catch(() => undefined);
      await ended;
    },
  };
}
