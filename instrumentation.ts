/** Runs once when a server starts: checks the environment, then starts the worker beside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startServerWorker } = await import("@/lib/worker");
  startServerWorker();
}
