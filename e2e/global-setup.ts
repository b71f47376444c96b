import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The production build on a stack of its own: nothing of a running `npm run dev` is touched. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const state = join(process.cwd(), ".local", "e2e");
  rmSync(state, { recursive: true, force: true });
  mkdirSync(state, { recursive: true });
  const log = openSync(join(state, "stack.log"), "w");
  const stack = spawn("node", ["scripts/dev.mjs", "preview", "--state", state, "--port", "3100"], {
    stdio: ["ignore", log, log],
  });
  const ended = new Promise<void>((resolve) => {
    stack.once("exit", () => {
      resolve();
    });
  });
  const file = join(state, "stack.json");
  const deadline = Date.now() + 240_000;
  while (!existsSync(file)) {
    if (stack.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The stack did not start:\n${readFileSync(join(state, "stack.log"), "utf8")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return async () => {
    stack.kill("SIGTERM");
    await ended;
  };
}
