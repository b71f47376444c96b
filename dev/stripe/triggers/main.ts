import { LEFT_OUT } from "./left-out";
import { runAll } from "./run-all";
import { listTriggers } from "./run-trigger";

/** Runs every scenario of the official command line that is expected to pass, and prints how it went. */
async function main(): Promise<void> {
  const names = await listTriggers();
  const expected = names.filter((name) => !(name in LEFT_OUT));
  const width = Math.max(...names.map(({ length }) => length));
  const row = (name: string, state: string, note = ""): void => {
    process.stdout.write(`${name.padEnd(width)}  ${state.padEnd(8)}  ${note}\n`);
  };
  const results = await runAll(expected, ({ name, ok, problem }) => {
    row(name, ok ? "passed" : "failed", problem ?? "");
  });
  for (const name of names) if (name in LEFT_OUT) row(name, "left out", LEFT_OUT[name]);
  const passed = results.filter(({ ok }) => ok).length;
  process.stdout.write(
    `\n${passed} of ${expected.length} passed, ${names.length - expected.length} left out\n`,
  );
  process.exitCode = passed === expected.length ? 0 : 1;
}

await main();
