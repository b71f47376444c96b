import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/dev/free-port";
import { startPostgres, type PostgresServer } from "@/dev/postgres/start-postgres";

const database = "analytics";

interface Place {
  folder: string;
  port: number;
  /** The folder is kept for the next time. */
  stays: boolean;
  /** Nothing is in the database yet. */
  fresh: boolean;
}

/** PostgreSQL with a database of its own; in `folder`, if one is given, where it stays for the next time. */
export class BenchServer {
  private constructor(
    private readonly place: Place,
    private server: PostgresServer,
  ) {}

  static async start(kept: string | undefined): Promise<BenchServer> {
    const folder = kept ?? (await mkdtemp(join(tmpdir(), "quickscale-bench-")));
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o711); // the server runs as another user when the benchmark runs as root
    const fresh = !existsSync(join(folder, "pg"));
    const port = await freePort(0);
    const server = await startPostgres({ dataDir: join(folder, "pg"), port, durable: true });
    if (fresh) await server.createDatabase(database);
    return new BenchServer({ folder, port, stays: kept !== undefined, fresh }, server);
  }

  get fresh(): boolean {
    return this.place.fresh;
  }

  get url(): string {
    return this.server.url(database);
  }

  /** Afterwards nothing is in PostgreSQL's memory; the operating system still has the files in its own. */
  async restart(): Promise<void> {
    const { folder, port } = this.place;
    // Each start leaves a listener that ends the server with this process.
    process.setMaxListeners(process.getMaxListeners() + 1);
    await this.server.stop();
    this.server = await startPostgres({ dataDir: join(folder, "pg"), port, durable: true });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    const { folder, stays } = this.place;
    if (!stays) await rm(folder, { recursive: true, force: true });
  }
}
