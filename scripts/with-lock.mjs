import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** The living process that holds the lock; null when it is free or was left behind. */
function holder(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    if (pid) return alive(pid) ? pid : null;
    return Date.now() - statSync(path).mtimeMs < 2000 ? "another" : null; // being written this moment
  } catch {
    return null;
  }
}

/** Runs `work` while no other process holds `path`; a lock left by a process that was killed is taken over. */
export async function withLock(path, work) {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const pid = holder(path);
      if (pid === null) {
        rmSync(path, { force: true });
        continue;
      }
      if (!told) process.stdout.write(`  … waiting for process ${pid}, which is installing\n`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
