import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isProgram, isRunning, startOf, type KnownProcess } from "./processes";

const path = (stateDir: string) => join(stateDir, "children.json");

function read(stateDir: string): KnownProcess[] {
  return existsSync(path(stateDir))
    ? (JSON.parse(readFileSync(path(stateDir), "utf8")) as KnownProcess[])
    : [];
}

/** Remembers a child, so that the next start can end it should this process be killed with -9. */
export function rememberChild(stateDir: string, child: KnownProcess): void {
  writeFileSync(path(stateDir), JSON.stringify([...read(stateDir), child]));
}

function postgresOf(dataDir: string): KnownProcess[] {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return [];
  const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
  return pid && isProgram(pid, dataDir) ? [{ pid, start: startOf(pid) }] : [];
}

/**
 * Ends what a stack that was killed left running, and forgets it.
 * @returns how many processes were ended
 */
export async function endLeftovers(stateDir: string, dataDir: string): Promise<number> {
  const ours = [...read(stateDir), ...postgresOf(dataDir)].filter(isRunning);
  for (const { pid } of ours) process.kill(pid, "SIGINT");
  const deadline = Date.now() + 5000;
  while (ours.some(isRunning) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const leftover of ours.filter(isRunning)) process.kill(leftover.pid, "SIGKILL");
  rmSync(path(stateDir), { force: true });
  return ours.length;
}
