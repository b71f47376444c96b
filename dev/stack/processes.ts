import { existsSync, readFileSync } from "node:fs";

/** A process that we started. Pids are used again; a pid with its start names one process for ever. */
export interface KnownProcess {
  pid: number;
  start: string | null;
}

const proc = (pid: number, file: string) => `/proc/${pid}/${file}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When it started, in the kernel's ticks since boot; null where /proc does not tell. */
export function startOf(pid: number): string | null {
  if (!existsSync(proc(pid, "stat"))) return null;
  // The name in brackets may hold anything, spaces too; the start is the 20th field after it.
  const [, fields = ""] = /\)\s(.*)$/s.exec(readFileSync(proc(pid, "stat"), "utf8")) ?? [];
  return fields.split(" ")[19] ?? null;
}

/** A process that renames itself, as Next's server does, is still known by its start. */
export function isRunning({ pid, start }: KnownProcess): boolean {
  return isAlive(pid) && startOf(pid) === start;
}

/** Whether a living process is a program with `mark` in its command line (checked where /proc tells). */
export function isProgram(pid: number, mark: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync("/proc/self/cmdline")) return true;
  return existsSync(proc(pid, "cmdline")) && readFileSync(proc(pid, "cmdline"), "utf8").includes(mark);
}
