import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "@/dev/free-port";
import { startPostgres, type PostgresServer } from "@/dev/postgres/start-postgres";
import { openDatabase, type Database } from "@/lib/db";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { contenders, createBareTables, product, seedAccounts } from "./contenders";
import { bytesPerEntry, growHistory, spendEverywhere } from "./history";
import { applyLoad, medianLoad, type Load } from "./load";
import { comparisonTable, historyTable, type Cell, type Comparison } from "./report";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    accounts: { type: "string", default: "10000" },
    histories: { type: "string", default: "1000,100000,1000000" },
    connections: { type: "string", default: "16" },
  },
});
const rounds = Number(options.rounds);
const milliseconds = Number(options.seconds) * 1000;
const accounts = Number(options.accounts);
const histories = options.histories.split(",").map(Number);
const concurrencies = [1, 64];

const note = (line: string) => process.stderr.write(`${line}\n`);

async function openFresh(server: PostgresServer, name: string): Promise<Database> {
  await server.createDatabase(name);
  await applyMigrations(server.url(name));
  const db = openDatabase(server.url(name), Number(options.connections));
  await createBareTables(db);
  return db;
}

function roundRobin(userIds: readonly string[]): () => string {
  let next = 0;
  return () => {
    next += 1;
    return userIds[(next * 7919) % userIds.length] ?? "";
  };
}

/** Rounds of all contenders in turn, so that a slow minute of the machine falls on each of them. */
async function compare(db: Database): Promise<Comparison> {
  const userIds = await seedAccounts(db, accounts);
  const hot = await Promise.all(contenders.map(async () => (await seedAccounts(db, 1))[0] ?? ""));
  const seen = new Map<string, Load[]>();
  const cells: Cell[] = ["spread", "hot"].flatMap((target) =>
    concurrencies.map((concurrent) => ({ target, concurrent })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const { target, concurrent } of cells) {
      for (const [index, contender] of contenders.entries()) {
        const pick = target === "hot" ? () => hot[index] ?? "" : roundRobin(userIds);
        // Round 0 warms connections, plans and caches, and is not counted.
        const length = round === 0 ? 500 : milliseconds;
        const load = await applyLoad({ concurrent, milliseconds: length }, () => contender.spend(db, pick()));
        if (round === 0) continue;
        const key = `${contender.name} ${target} ${concurrent}`;
        seen.set(key, [...(seen.get(key) ?? []), load]);
        note(`round ${round}: ${key}: ${load.perSecond.toFixed(0)}/s`);
      }
    }
  }
  return {
    cells,
    load: (name, { target, concurrent }) => medianLoad(seen.get(`${name} ${target} ${concurrent}`) ?? []),
  };
}

async function compareHistories(db: Database): Promise<Map<number, Load[]>> {
  const userIds = await seedAccounts(db, histories.length);
  for (const [index, entries] of histories.entries()) {
    note(`writing ${entries} entries of one account`);
    await growHistory(db, userIds[index] ?? "", entries);
  }
  await db.prisma.$executeRaw`VACUUM ANALYZE`;
  const seen = new Map<number, Load[][]>(histories.map((entries) => [entries, concurrencies.map(() => [])]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, concurrent] of concurrencies.entries()) {
      for (const [index, entries] of histories.entries()) {
        const length = round === 0 ? 500 : milliseconds;
        const load = await applyLoad({ concurrent, milliseconds: length }, () =>
          product.spend(db, userIds[index] ?? ""),
        );
        if (round > 0) seen.get(entries)?.[place]?.push(load);
      }
    }
  }
  return new Map([...seen].map(([entries, loads]) => [entries, loads.map(medianLoad)]));
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "quickscale-bench-"));
  await chmod(folder, 0o711); // the server runs as another user when the benchmark runs as root
  const server = await startPostgres({ dataDir: join(folder, "pg"), port: await freePort(0), durable: true });
  try {
    const spread = await openFresh(server, "spread");
    const comparison = await compare(spread);
    for (let i = 0; i < 20; i += 1) await spendEverywhere(spread);
    const spreadBytes = await bytesPerEntry(spread);
    const [settings] = await spread.sql<{ settings: string }>({
      name: "bench-settings",
      text: `SELECT string_agg(name || ' = ' || setting, ', ' ORDER BY name) AS settings FROM pg_settings
        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'server_version')`,
      values: [],
    });
    await spread.close();
    const deep = await openFresh(server, "deep");
    const byHistory = await compareHistories(deep);
    const deepBytes = await bytesPerEntry(deep);
    await deep.close();
    const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node.js ${process.versions.node}; ${settings?.settings ?? ""}`;
    process.stdout.write(
      [
        `Machine: ${machine}.`,
        `Median of ${rounds} rounds of ${options.seconds} s each, in turn; ${accounts} accounts; ${options.connections} connections.`,
        "",
        comparisonTable(comparison),
        "",
        historyTable(byHistory, concurrencies),
        "",
        `Bytes per entry with its indexes: ${spreadBytes.toFixed(0)} spread over ${accounts} accounts, ${deepBytes.toFixed(0)} on few accounts.`,
        "",
      ].join("\n"),
    );
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
