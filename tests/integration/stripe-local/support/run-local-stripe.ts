import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A file that goes away with the test. */
export function stateFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "local-stripe-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, "state.sqlite");
}

const PROGRAM = ["--import", "tsx", "dev/stripe/main.ts"];

/** `npm run stripe:local`, as a process of its own. */
export async function run(
  args: string[],
  program: string[] = PROGRAM,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [...program, "--port", "0", ...args]);
  onTestFinished(() => void stop(child));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /listens on (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return { url, child };
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return ended;
}
