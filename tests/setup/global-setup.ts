import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "@/dev/free-port";
import { startPostgres } from "@/dev/postgres/start-postgres";
import { applyMigrations } from "@/lib/db/migrate/migrate";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
  }
}

/** One throw-away PostgreSQL per run with a migrated template; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "quickscale-test-"));
  await chmod(folder, 0o711); // the server runs as another user when the tests run as root
  const server = await startPostgres({
    dataDir: join(folder, "pg"),
    port: await freePort(0),
    durable: false,
  });
  await server.createDatabase("template");
  await applyMigrations(server.url("template"));
  project.provide("postgresUrl", server.url("postgres"));
  project.provide("templateDatabase", "template");
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
