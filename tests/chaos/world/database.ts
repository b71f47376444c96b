import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/dev/free-port";
import { startPostgres, type PostgresServer } from "@/dev/postgres/start-postgres";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { Client } from "pg";

export interface DatabaseServer {
  /** A migrated, empty database. */
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Kills the server with all of its processes, as a power cut does. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

const template = "chaos_template";

function childrenOf(pid: number): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child ? [child] : []));
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was gone already.
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

/** A PostgreSQL of this run's own that keeps what it was told to keep, because it is going to be killed. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), "quickscale-chaos-"));
  await chmod(folder, 0o711);
  const dataDir = join(folder, "pg");
  const port = await freePort(0);
  const start = () => startPostgres({ dataDir, port, durable: true });
  let server: PostgresServer = await start();
  await server.createDatabase(template);
  await applyMigrations(server.url(template));

  async function asAdmin(text: string): Promise<void> {
    const client = new Client({ connectionString: server.url("postgres") });
    await client.connect();
    await client.query(text).finally(() => client.end());
  }

  return {
    async create(name) {
      await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return server.url(name);
    },
    drop: (name) => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    async kill() {
      const pid = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n", 1)[0]);
      const all = [pid, ...childrenOf(pid)];
      for (const one of all) killHard(one);
      while (all.some(exists)) await wait(20);
    },
    async restart() {
      process.setMaxListeners(process.getMaxListeners() + 1); // each start listens for the end of this process
      server = await start();
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
