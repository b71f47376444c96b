import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/dev/free-port";
import { startPostgres, type PostgresServer } from "@/dev/postgres/start-postgres";
import { openDatabase, type Database } from "@/lib/db";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { Client } from "pg";

/** A PostgreSQL that keeps what it is told, with databases that go away with it. */
export class BenchDatabases {
  private constructor(
    private readonly folder: string,
    private readonly server: PostgresServer,
  ) {}

  static async start(): Promise<BenchDatabases> {
    const folder = await mkdtemp(join(tmpdir(), "quickscale-bench-"));
    await chmod(folder, 0o711); // the server runs as another user when the benchmark runs as root
    const dataDir = join(folder, "pg");
    return new BenchDatabases(
      folder,
      await startPostgres({ dataDir, port: await freePort(0), durable: true }),
    );
  }

  async create(name: string): Promise<void> {
    await this.server.createDatabase(name);
    await applyMigrations(this.server.url(name));
  }

  open(name: string, connections: number): Database {
    return openDatabase(this.server.url(name), connections);
  }

  /** One statement on a connection of its own. */
  async query<Row extends object>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client(this.server.url(name));
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
