import { Pool, type PoolClient } from "pg";

type Release = PoolClient["release"];

/** Calls `release` the first time and does nothing from then on. */
function once(release: Release): Release {
  let given = false;
  return (error) => {
    if (given) return;
    given = true;
    release(error);
  };
}

/** The pool hands a connection out with a new `release` each time: each of them may be called twice. */
function bearSecondReleases(client: PoolClient): void {
  let current: Release = () => undefined;
  Object.defineProperty(client, "release", {
    configurable: true,
    get: () => current,
    set: (release: Release) => {
      current = once(release);
    },
  });
}

/**
 * Connections of the queue. A lost one is told to `onLost` instead of ending the process; so is not that the queue's
 * library gives the connection on which it listens back twice when it is lost while the library shuts down, where the
 * pool would throw where nobody can catch it.
 */
export function openQueuePool(databaseUrl: string, max: number, onLost: (error: unknown) => void): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max });
  pool.on("error", onLost);
  pool.on("connect", (client) => {
    client.on("error", onLost);
    bearSecondReleases(client);
  });
  return pool;
}
