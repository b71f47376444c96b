import { parseArgs } from "node:util";
import { playSeed, type SeedOptions, type SeedResult } from "./play/play-seed";
import { breakages } from "./world/breakages";
import { bundleApp } from "./world/bundle-app";
import { startDatabaseServer } from "./world/database";

const usage = `Drives random members through months of billing while everything around the app fails, then holds
what it has against what the local Stripe's records imply.

  npm run test:chaos -- --seeds 50
  npm run test:chaos -- --seed s7

  --seeds N    how many runs (10)
  --seed S     this one alone: the same seed makes the same decisions
  --steps N    steps of each run (70)
  --members N  members of each run, up to 6 (5)
  --break B    break the app on purpose first, and see whether it is found: ${Object.keys(breakages).join(", ")}
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

function tell({ seed, differences, script, figures }: SeedResult, brief: boolean): void {
  const { steps = 0, events = 0, payments = 0, ms = 0 } = figures;
  const shape = `${steps} steps, ${events} events, ${payments} payments, ${Math.round(ms / 1_000)} s`;
  say(`seed ${seed}: ${differences.length} differences (${shape})`);
  if (differences.length === 0) return;
  for (const line of differences) say(`  ✗ ${line}`);
  if (brief) return;
  say("  what it did:");
  for (const line of script) say(`    ${line}`);
}

/** A run that breaks is a difference, too, and keeps no other from being played. */
async function play(options: SeedOptions): Promise<SeedResult> {
  try {
    return await playSeed(options);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed: options.seed, differences: [`the run broke: ${what}`], script: [], figures: {} };
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10" },
      seed: { type: "string" },
      steps: { type: "string", default: "70" },
      members: { type: "string", default: "5" },
      break: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const base = Date.now().toString(36);
  const seeds = values.seed
    ? [values.seed]
    : Array.from({ length: Number(values.seeds) }, (_, index) => `${base}${index}`);
  const bundle = await bundleApp(values.break);
  const server = await startDatabaseServer();
  const totals: Record<string, number> = {};
  let found = 0;
  let played = 0;
  try {
    for (const seed of seeds) {
      const size = { members: Number(values.members), steps: Number(values.steps) };
      const result = await play({ seed, bundle: bundle.file, server, ...size });
      tell(result, values.break !== undefined);
      found += result.differences.length;
      played += 1;
      if (values.break && found > 0) break;
      for (const [name, count] of Object.entries(result.figures)) totals[name] = (totals[name] ?? 0) + count;
    }
  } finally {
    await server.close();
    await bundle.remove();
  }
  say(`\n${played} seeds, ${found} differences`);
  say(
    Object.entries(totals)
      .map(([name, count]) => `${name} ${count}`)
      .join(" · "),
  );
  return found > 0 ? 1 : 0;
}

// Leaves through `exit`, which ends PostgreSQL; the app's processes end with their channel.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();
