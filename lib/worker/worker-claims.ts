import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type { ClientBase } from "pg";

/** Held for as long as the connection lives; that is how others know that the pool, in whose name jobs are locked, does. */
async function claimPools(client: ClientBase, poolIds: readonly string[]): Promise<void> {
  await client.query(
    "SELECT pg_advisory_lock(hashtextextended('worker:' || id, 0)) FROM unnest($1::text[]) AS id",
    [poolIds],
  );
}

/**
 * Events of a queue whose pool of workers is claimed on a connection: on `client`, or, for a runner that lasts, on the one
 * on which it listens for jobs, again after every reconnection.
 */
export function claimingEvents(
  onError: (error: unknown) => void,
  client: ClientBase | null = null,
): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  const poolIds = new Set<string>();
  let connection = client;
  const claim = (ids: readonly string[]) => {
    if (connection) claimPools(connection, ids).catch(onError);
  };
  events.on("worker:create", ({ worker }) => {
    const { id } = worker.workerPool;
    if (poolIds.has(id)) return;
    poolIds.add(id);
    claim([id]);
  });
  if (client) return events;
  events.on("pool:listen:success", ({ client: listening }) => {
    connection = listening;
    // The runner is about to send its LISTEN on this connection: a connection takes one query at a time.
    listening.once("drain", () => {
      claim([...poolIds]);
    });
  });
  events.on("pool:listen:release", () => {
    connection = null;
  });
  return events;
}
