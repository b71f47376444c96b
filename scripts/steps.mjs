// Plain Node, no dependencies: these run before anything is installed.
const started = performance.now();

/** Seconds since the script began, for the closing lines. */
export const elapsed = () => ((performance.now() - started) / 1000).toFixed(1);

/** Runs one named step, shows that it runs and how long it took. */
export async function step(name, work) {
  const from = performance.now();
  const tty = process.stdout.isTTY;
  if (tty) process.stdout.write(`  … ${name}`);
  try {
    const result = await work();
    const note = typeof result === "string" && result ? ` (${result})` : "";
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`${tty ? "\r\x1b[K" : ""}  ✓ ${name}${note}  ${seconds} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${tty ? "\r\x1b[K" : ""}  ✗ ${name}\n`);
    throw error;
  }
}

/** Ends the process with a message for people: what happened and what to do. */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
