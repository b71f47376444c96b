import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Finished {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** The real command in a process of its own, with the given variables and no stack of this folder to fall back on. */
export async function runQuickscale(
  args: readonly string[],
  variables: Record<string, string> = {},
): Promise<Finished> {
  const emptyState = await mkdtemp(join(tmpdir(), "quickscale-cli-"));
  const child = spawn("node", ["cli/quickscale.mjs", ...args], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      QUICKSCALE_STATE: emptyState,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => {
      resolve({ exitCode, ...output });
    });
  });
}
