import type { WorkerEvents } from "graphile-worker";

/**
 * Rejects when the queue could not write how a job ended. It shuts its pool down by itself then, but may never be done
 * with that when several jobs ended so: whoever waits for it must not wait longer than until here.
 */
export function untilFatal(events: WorkerEvents): Promise<never> {
  const fatal = new Promise<never>((_resolve, reject) => {
    events.once("pool:fatalError", ({ error }) => {
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
  fatal.catch(() => undefined);
  return fatal;
}
