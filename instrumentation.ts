/** Runs once when a server starts, before it answers: checks the environment, then starts the worker beside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [{ prepareContext }, { startServerWorker }] = await Promise.all([
    import("@/lib/context"),
    import("@/lib/worker"),
  ]);
  await prepareContext();
  startServerWorker();
}
