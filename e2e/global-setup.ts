import { spawn, spawnSync } from "node:child_process";
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
    try {
      verifyLedger(file);
    } finally {
      stack.kill("SIGTERM");
      await ended;
    }
  };
}

/** Whatever the journeys did, every balance still follows from its entries. */
function verifyLedger(file: string): void {
  const { databaseUrl } = JSON.parse(readFileSync(file, "utf8")) as { databaseUrl: string };
  const { status } = spawnSync("node", ["cli/quickscale.mjs", "ledger", "verify"], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  if (status !== 0) throw new Error("The ledger does not add up after the browser tests.");
}
