import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { isProgram, isRunning, startOf } from "./processes";

async function startRenamed(): Promise<number> {
  const child = spawn(process.execPath, [
    "-e",
    "process.title = 'next-server (v1) other'; console.log('up'); setInterval(() => {}, 1000)",
  ]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child.pid ?? 0;
}

test("a process that gave itself another name is still known", async () => {
  const pid = await startRenamed();
  expect(startOf(pid)).toMatch(/^\d+$/);
  expect(isRunning({ pid, start: startOf(pid) })).toBe(true);
  expect(isProgram(pid, process.execPath)).toBe(false);
});

test("another process under the same pid is not it", async () => {
  const pid = await startRenamed();
  expect(isRunning({ pid, start: "1" })).toBe(false);
  expect(isRunning({ pid: 2 ** 22 + 1, start: "1" })).toBe(false);
});

test("a program is known by its command line", () => {
  expect(isProgram(process.pid, process.execPath)).toBe(true);
  expect(isProgram(process.pid, "/some/other/program")).toBe(false);
});
