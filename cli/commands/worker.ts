import { Command } from "commander";
import { printLine } from "../print";
import { loadSettings } from "../settings";

const signals = ["SIGINT", "SIGTERM"] as const;

/** Resolves when somebody asks the process to end. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

export function workerCommand(): Command {
  return new Command("worker")
    .description(
      "Does the jobs of the queue until it is stopped: mails, Stripe's events, expiry, the sweeper.",
    )
    .option("--concurrency <n>", "how many jobs at once", "4")
    .addHelpText(
      "after",
      "\nThe server does this itself unless WORKER=off.\n\nExample:\n  $ WORKER=off npm start & npm run worker",
    )
    .action(async ({ concurrency }: { concurrency: string }) => {
      const settings = loadSettings();
      const [{ openContext }, { runWorker }] = await Promise.all([
        import("@/lib/context"),
        import("@/lib/worker"),
      ]);
      const ctx = await openContext(settings);
      const worker = runWorker(ctx, {
        databaseUrl: settings.DATABASE_URL,
        concurrency: Number(concurrency) || 4,
      });
      printLine("Working. Ctrl-C stops after the jobs that are running.");
      await ended();
      await worker.stop();
      await ctx.db.close();
    });
}
