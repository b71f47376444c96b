import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type { ClientBase } from "pg";

/** Held for as long as the connection lives; that is how others know that the worker does. */
async function claimWorkers(client: ClientBase, workerIds: readonly string[]): Promise<void> {
  await client.query(
    "SELECT pg_advisory_lock(hashtextextended('worker:' || id, 0)) FROM unnest($1::text[]) AS id",
    [workerIds],
  );
}

/**
 * Events of a queue whose workers are claimed on a connection: on `client`, or, for a runner that lasts, on the one
 * on which it listens for jobs, again after every reconnection.
 */
export function claimingEvents(
  onError: (error: unknown) => void,
  client: ClientBase | null = null,
): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  const workerIds: string[] = [];
  let connection = client;
  const claim = (ids: readonly string[]) => {
    if (connection) claimWorkers(connection, ids).catch(onError);
  };
  events.on("worker:create", ({ worker }) => {
    workerIds.push(worker.workerId);
    claim([worker.workerId]);
  });
  if (client) return events;
  events.on("pool:listen:success", ({ client: listening }) => {
    connection = listening;
    // The runner is about to send its LISTEN on this connection: a connection takes one query at a time.
    listening.once("drain", () => {
      claim(workerIds);
    });
  });
  events.on("pool:listen:release", () => {
    connection = null;
  });
  return events;
}
