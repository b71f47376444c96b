import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rememberChild } from "./leftovers";
import { startOf } from "./processes";

export interface Child {
  /** Resolves with the last lines it printed when it ends before it was stopped. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  name: string;
  stateDir: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
}

/** Starts a Node program of the stack; what it prints goes to `<state>/logs/<name>.log`. */
export function startChild({ name, stateDir, args, env, cwd }: ChildOptions): Child {
  mkdirSync(join(stateDir, "logs"), { recursive: true });
  const logPath = join(stateDir, "logs", `${name}.log`);
  const log = createWriteStream(logPath);
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  if (child.pid) rememberChild(stateDir, { pid: child.pid, start: startOf(child.pid) });
  const exit = new Promise<void>((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });
  const ended = exit.then(() => `${name} ended. Its last lines (${logPath}):\n${lastLines(logPath)}`);
  return { ended, stop: () => stop(child.pid, exit) };
}

function lastLines(path: string): string {
  return readFileSync(path, "utf8").split("\n").slice(-15).join("\n");
}

/** Asks the whole process group to end, and ends it after five seconds. */
async function stop(pid: number | undefined, exit: Promise<void>): Promise<void> {
  if (!pid) return;
  signalGroup(pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), 5000);
  await exit;
  clearTimeout(timer);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
