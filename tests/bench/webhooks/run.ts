import { availableParallelism, cpus } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildApp, isBuildStale } from "@/dev/stack/app-server";
import { findWrongCredits } from "./check-credits";
import { deliver, type Burst } from "./deliver";
import { createBacklog, type Delivery } from "./members";
import { openBench, type Bench } from "./stack";
import { burstTable, callTable, machineLine, resultTable, type Convergence } from "./report";
import { watchCalls } from "./watch-calls";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    burst: { type: "string", default: "2000" },
    concurrent: { type: "string", default: "32" },
    members: { type: "string", default: "500" },
    events: { type: "string", default: "5000" },
    port: { type: "string", default: "7500" },
    /** For a quick look at bursts alone. */
    "skip-backlog": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const burstSize = Number(options.burst);
const concurrent = Number(options.concurrent);

const note = (line: string) => process.stderr.write(`${line}\n`);

async function count(bench: Bench, text: string): Promise<number> {
  const [row] = await bench.ctx.db.sql<{ count: bigint }>({
    name: "",
    text: `SELECT count(*) AS count FROM ${text}`,
    values: [],
  });
  return Number(row?.count ?? 0);
}

async function emptyInbox(bench: Bench): Promise<void> {
  for (const text of [
    "DELETE FROM stripe_events",
    "DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND key LIKE 'stripe-%'",
  ])
    await bench.ctx.db.sql({ name: "", text, values: [] });
}

/** Rounds of the same burst into an empty inbox; the first warms up and is not counted. */
async function measureBursts(bench: Bench, backlog: readonly Delivery[], name: string): Promise<Burst[]> {
  const burst = backlog.slice(0, burstSize);
  const customers = new Set(burst.map(({ stripeCustomerId }) => stripeCustomerId)).size;
  const bursts: Burst[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await emptyInbox(bench);
    const result = await deliver(bench.appUrl, burst, concurrent);
    const kept = await count(bench, "stripe_events");
    if (kept !== burst.length || result.refused > 0)
      throw new Error(`${burst.length - kept} webhooks were lost, ${result.refused} refused`);
    if (round > 0) bursts.push(result);
    note(
      `${name}, round ${round}: ${result.perSecond.toFixed(0)}/s, p99 ${result.p99.toFixed(0)} ms, ${customers} customers`,
    );
  }
  return bursts;
}

/** The worker finds a backlog that came while it was away. */
async function measureBacklog(bench: Bench, backlog: readonly Delivery[]): Promise<Convergence> {
  const calls = watchCalls(bench.stripeUrl);
  const start = performance.now();
  const app = await bench.startApp("in-process");
  const unfinished = "stripe_events WHERE status IN ('pending', 'failed')";
  for (let left = await count(bench, unfinished); left > 0; left = await count(bench, unfinished)) {
    note(`${left} events are left after ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    await wait(5_000);
  }
  const seconds = (performance.now() - start) / 1_000;
  const { endpoints, gaps } = await calls.stop();
  const wrong = (await findWrongCredits(bench)).length;
  const dead = await count(bench, "stripe_events WHERE status NOT IN ('processed', 'ignored')");
  await app.stop();
  return { events: backlog.length, seconds, endpoints, gaps, wrong, unfinished: dead };
}

async function main(): Promise<void> {
  if (isBuildStale()) {
    note("building the app");
    await buildApp();
  }
  const bench = await openBench(Number(options.port));
  try {
    const backlog = await createBacklog(bench, {
      members: Number(options.members),
      events: Number(options.events),
      note,
    });
    const receiver = await bench.startApp("off");
    const alone = await measureBursts(bench, backlog, "server alone");
    await emptyInbox(bench);
    await deliver(bench.appUrl, backlog, concurrent);
    await receiver.stop();
    const convergence = options["skip-backlog"] ? null : await measureBacklog(bench, backlog);
    const busy = await bench.startApp("in-process");
    const beside = await measureBursts(bench, backlog, "beside its worker");
    await busy.stop();
    process.stdout.write(
      [
        machineLine({
          cores: availableParallelism(),
          model: cpus()[0]?.model.trim() ?? "unknown",
          rounds,
          burstSize,
          concurrent,
        }),
        "",
        burstTable([
          ["the worker elsewhere", alone],
          ["beside its worker", beside],
        ]),
        "",
        ...(convergence ? [resultTable(convergence), "", callTable(convergence.endpoints), ""] : []),
      ].join("\n"),
    );
  } finally {
    await bench.stop();
  }
}

await main();
