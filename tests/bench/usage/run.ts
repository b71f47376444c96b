import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { seconds } from "../analytics/timing";
import { BenchDatabases } from "./bench-databases";
import { deepDatabase, fillDeep } from "./fill";
import { measureJob } from "./measure-job";
import { measurePages } from "./measure-pages";
import { measureRecords } from "./measure-records";
import { measureRuns } from "./measure-runs";
import { missedTargets, report, type Figures } from "./report";
import { full, small, type Sizes } from "./sizes";

const { values: options } = parseArgs({
  options: {
    /** A minute, for trying. */
    small: { type: "boolean", default: false },
    /** One of runs, records and deep alone. */
    only: { type: "string" },
    records: { type: "string" },
    people: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
  },
});
const base = options.small ? small : full;
const sizes: Sizes = {
  records: Number(options.records ?? base.records),
  people: Number(options.people ?? base.people),
  rounds: Number(options.rounds ?? base.rounds),
  milliseconds: options.seconds ? 1000 * Number(options.seconds) : base.milliseconds,
  times: base.times,
};
const note = (line: string) => process.stderr.write(`${line}\n`);

async function noted<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  note(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  return result;
}

const isWanted = (part: string) => !options.only || options.only === part;

async function measureDeep(databases: BenchDatabases): Promise<Pick<Figures, "fill" | "pages" | "job">> {
  if (!isWanted("deep")) return { fill: 0, pages: [], job: [] };
  let userId = "";
  const fill = await noted("filling", () =>
    seconds(async () => {
      userId = await fillDeep(databases, sizes.records, new Date());
    }),
  );
  // Today has changed since it was summed, as it always has.
  await databases.query(
    deepDatabase,
    "INSERT INTO usage_marks (user_id, hour) VALUES ($1, date_trunc('hour', now(), 'UTC'))",
    [userId],
  );
  const pages = await noted("pages", () => measurePages(databases, userId, sizes.times));
  const job = await noted("the job", () => measureJob(databases, userId, sizes));
  return { fill, pages, job };
}

async function describeMachine(databases: BenchDatabases): Promise<string> {
  const [found] = await databases.query<{ settings: string }>(
    "postgres",
    `SELECT string_agg(name || ' = ' || setting, ', ' ORDER BY name) AS settings FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'server_version')`,
  );
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node.js ${process.versions.node}`;
  return `Machine: ${machine}; ${found?.settings ?? ""}.`;
}

async function main(): Promise<void> {
  const databases = await BenchDatabases.start();
  try {
    const runs = isWanted("runs") ? await noted("runs", () => measureRuns(databases, sizes)) : [];
    const records = isWanted("records") ? await noted("records", () => measureRecords(databases, sizes)) : [];
    const figures = { runs, records, ...(await measureDeep(databases)) };
    const { records: many, people, rounds, milliseconds, times } = sizes;
    const lines = [
      await describeMachine(databases),
      `${many} records of one person, ${people} people of one day; medians of ${rounds} rounds of ${milliseconds} ms; the page ${times} times.`,
      "",
      report(figures),
    ];
    process.stdout.write(lines.join("\n"));
    if (missedTargets(figures).length > 0) process.exitCode = 1;
  } finally {
    await databases.stop();
  }
}

await main();
