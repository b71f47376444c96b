import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs `quickscale …` against the stack under test and returns what it printed. */
export async function runQuickscale(...args: string[]): Promise<string> {
  const env = { ...process.env, QUICKSCALE_STATE: ".local/e2e" };
  const { stdout } = await execute("npx", ["quickscale", ...args], { env });
  return stdout;
}
