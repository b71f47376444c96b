import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const usage = `Holds the ledger against its reference model over random sequences.

  npm run test:model -- --runs 20000 --seed 7

  --runs N   how many sequences (2,000)
  --seed S   the same seed plays the same sequences (random)
`;

/** The seed and the number of runs reach the test through the environment: Vitest refuses options it does not know. */
function main(): number {
  const { values } = parseArgs({
    options: { runs: { type: "string" }, seed: { type: "string" }, help: { type: "boolean" } },
  });
  const wrong = [values.runs, values.seed].find((value) => value !== undefined && !/^\d{1,9}$/.test(value));
  if (values.help || wrong !== undefined) {
    process.stderr.write(wrong === undefined ? usage : `Not a whole number: ${wrong}\n\n${usage}`);
    return values.help ? 0 : 2;
  }
  const env = { ...process.env, MODEL_RUNS: values.runs, MODEL_SEED: values.seed };
  const { status } = spawnSync("vitest", ["run", "tests/model"], { stdio: "inherit", env });
  return status ?? 1;
}

process.exitCode = main();
