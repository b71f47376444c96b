import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { runWorker, type RunningWorker } from "./run-worker";

const shared = globalThis as typeof globalThis & { quickscaleWorker?: RunningWorker };

/** Starts the worker inside the server's process, once. With WORKER=off another process does its work. */
export function startServerWorker(): void {
  const { DATABASE_URL, WORKER } = env();
  if (WORKER === "off" || shared.quickscaleWorker) return;
  const ctx = getContext();
  const worker = runWorker(ctx, { databaseUrl: DATABASE_URL });
  shared.quickscaleWorker = worker;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      worker.stop().catch((err: unknown) => {
        ctx.log.error({ err }, "the worker did not stop cleanly");
      });
    });
  }
}
