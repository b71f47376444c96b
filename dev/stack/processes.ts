import { existsSync, readFileSync } from "node:fs";

export interface KnownProcess {
  pid: number;
  /** A part of its command line, by which we know it is still the same program: pids are used again. */
  mark: string;
}

/** True while the process lives and still is the program we mean (checked where /proc tells). */
export function isRunning({ pid, mark }: KnownProcess): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return true;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(mark);
}
