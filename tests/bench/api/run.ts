import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { buildApp, isBuildStale } from "@/dev/stack/app-server";
import { openBench } from "../webhooks/stack";
import { load, type Call, type Round } from "./load";
import { createPrograms } from "./programs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    concurrent: { type: "string", default: "16" },
    members: { type: "string", default: "400" },
    port: { type: "string", default: "7600" },
    /** Takes the build that there is, however old. */
    "as-built": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const concurrent = Number(options.concurrent);

const text = JSON.stringify({ input: { text: "The quick brown fox jumps over the lazy dog. ".repeat(20) } });
const run = { method: "POST", body: text, repeatable: true, expected: 201 } as const;
const measured: readonly { name: string; calls: number; target: number | null; call: Call }[] = [
  {
    name: "balance",
    calls: 6_000,
    target: 600,
    call: { method: "GET", path: "/api/v1/balance", expected: 200 },
  },
  {
    name: "run of the free service",
    calls: 2_500,
    target: 250,
    call: { ...run, path: "/api/v1/services/word-counter/run" },
  },
  {
    name: "run of a paid service",
    calls: 1_500,
    target: null,
    call: { ...run, path: "/api/v1/services/text-statistics/run" },
  },
];

const note = (line: string) => process.stderr.write(`${line}\n`);
const whole = (value: number) => Math.round(value).toLocaleString("en-US");

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function toRow(name: string, target: number | null, all: readonly Round[]): string {
  const cell = (part: keyof Round) => whole(median(all.map((round) => round[part])));
  const cells = [cell("perSecond"), target ? whole(target) : "–", cell("p50"), cell("p99"), cell("slowest")];
  return `| ${[name, ...cells].join(" | ")} |`;
}

async function main(): Promise<void> {
  if (isBuildStale() && !options["as-built"]) {
    note("building the app");
    await buildApp();
  }
  const bench = await openBench(Number(options.port));
  try {
    const keys = await createPrograms(bench.ctx, Number(options.members));
    const app = await bench.startApp("off");
    const rows: string[] = [];
    for (const { name, calls, target, call } of measured) {
      const counted: Round[] = [];
      // The first round warms up and is not counted.
      for (let round = 0; round <= rounds; round += 1) {
        await bench.ctx.db.prisma.rateLimit.deleteMany();
        await bench.ctx.db.prisma.quotaCounter.deleteMany();
        const result = await load(call, { appUrl: bench.appUrl, keys, calls, concurrent });
        if (round > 0) counted.push(result);
        note(`${name}, round ${round}: ${whole(result.perSecond)}/s, p99 ${whole(result.p99)} ms`);
      }
      rows.push(toRow(name, target, counted));
    }
    await app.stop();
    const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
    process.stdout.write(
      [
        `Machine: ${machine}, Node.js ${process.versions.node}. Medians of ${rounds} rounds, ${concurrent} calls at a time; PostgreSQL and the sender on the same cores.`,
        "",
        "| API | a second | target | p50 ms | p99 ms | slowest ms |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        ...rows,
        "",
      ].join("\n"),
    );
  } finally {
    await bench.stop();
  }
}

await main();
