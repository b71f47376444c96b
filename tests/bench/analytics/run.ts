import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { rebuildAnalytics } from "@/lib/analytics";
import { openDatabase } from "@/lib/db";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { BenchServer } from "./bench-server";
import { fill } from "./fill/fill";
import { measurePages, measurePulse, readFromFacts } from "./measure-pages";
import { markToday, measureRefresh } from "./measure-refresh";
import { measureSpends } from "./measure-spends";
import { contextOf, questionsOf } from "./read-page";
import { missedTargets, report, type Figures } from "./report";
import type { Sizes } from "./sizes";
import { seconds } from "./timing";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    payments: { type: "string", default: "1000000" },
    entries: { type: "string", default: "10000000" },
    runs: { type: "string", default: "3000000" },
    times: { type: "string", default: "40" },
    rounds: { type: "string", default: "5" },
    /** Where the database stays for the next time; without it, it goes away. */
    folder: { type: "string" },
    /** The rollups in the folder are there from the last time. */
    built: { type: "boolean", default: false },
    /** Leaves out the reading straight from the facts, which takes the longest. */
    kept: { type: "boolean", default: false },
  },
});
const sizes: Sizes = {
  people: Number(options.people),
  payments: Number(options.payments),
  entries: Number(options.entries),
  runs: Number(options.runs),
};
const [times, rounds] = [Number(options.times), Number(options.rounds)];
const note = (line: string) => process.stderr.write(`${line}\n`);

async function noted<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  note(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  return result;
}

async function ask<Row extends object>(server: BenchServer, text: string): Promise<Row[]> {
  const client = new Client(server.url);
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

async function rebuild(server: BenchServer): Promise<number> {
  const db = openDatabase(server.url);
  const taken = await seconds(() => rebuildAnalytics(contextOf(db)));
  await db.close();
  // As autovacuum would within minutes.
  await ask(server, "VACUUM ANALYZE");
  return taken;
}

const readTables = (server: BenchServer) =>
  ask<Figures["tables"][number]>(
    server,
    `SELECT relname AS name, to_char(n_live_tup, 'FM999,999,999') AS rows,
        to_char(pg_total_relation_size(relid) / 1048576.0, 'FM99990.0') AS megabytes
      FROM pg_stat_user_tables WHERE relname LIKE 'analytics%' ORDER BY pg_total_relation_size(relid) DESC`,
  );

/** Minutes each: once. */
async function readAllFromFacts(server: BenchServer): Promise<Figures["factsMs"]> {
  const taken = new Map<string, number>();
  if (options.kept) return taken;
  for (const [question, query] of questionsOf(new Date()))
    taken.set(question, await readFromFacts(server, query));
  return taken;
}

async function measure(server: BenchServer): Promise<Figures> {
  await applyMigrations(server.url);
  const loadSeconds = server.fresh ? await seconds(() => fill(server.url, sizes, note)) : null;
  const rebuildSeconds = options.built ? null : await noted("rebuilding", () => rebuild(server));
  const tables = await readTables(server);
  await markToday(server, sizes);
  const pages = await noted("pages", () => measurePages(server, times, note));
  const pulse = await noted("pulse", () => measurePulse(server, times));
  const refresh = await noted("refreshing", () => measureRefresh(server, sizes, 3));
  const spends = await noted("spends", () => measureSpends(server, { rounds, milliseconds: 3000 }));
  const factsMs = await noted("from the facts", () => readAllFromFacts(server));
  return { loadSeconds, rebuildSeconds, pages, factsMs, pulse, refresh, spends, tables };
}

async function describeMachine(server: BenchServer): Promise<string> {
  const [found] = await ask<{ settings: string }>(
    server,
    `SELECT string_agg(name || ' = ' || setting, ', ' ORDER BY name) AS settings FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'server_version')`,
  );
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node.js ${process.versions.node}`;
  return `Machine: ${machine}; ${found?.settings ?? ""}.`;
}

async function main(): Promise<void> {
  const server = await BenchServer.start(options.folder);
  try {
    const figures = await measure(server);
    const { people, payments, entries, runs } = sizes;
    const lines = [
      await describeMachine(server),
      `${people} people, ${payments} payments, ${entries} ledger entries, ${runs} runs over three years; ${times} calls each.`,
      "",
      report(figures),
    ];
    process.stdout.write(lines.join("\n"));
    if (missedTargets(figures).length > 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

await main();
