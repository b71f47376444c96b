import { Command } from "commander";
import { printJson, printLine } from "../print";
import { withContext } from "../settings";
import { describeChange } from "./stripe-changes";
import { addReconcile } from "./stripe-reconcile";

function addSync(command: Command): void {
  command
    .command("sync")
    .description("Makes Stripe sell what lib/catalog says, then copies Stripe's prices here. Safe to repeat.")
    .option("--dry-run", "only print what would change")
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExample:\n  $ npx quickscale stripe sync --dry-run")
    .action(async ({ dryRun = false, json }: { dryRun?: boolean; json?: boolean }) => {
      const { syncCatalog } = await import("@/lib/catalog");
      const { changes, entries } = await withContext((ctx) => syncCatalog(ctx, { dryRun }));
      if (json) {
        printJson({ changes, entries });
        return;
      }
      for (const change of changes) printLine(describeChange(change));
      for (const { lookupKey, stripePriceId, name, problem } of entries)
        if (problem) printLine(`! not sold: ${name} (${lookupKey ?? stripePriceId}): ${problem}`);
      const done = dryRun ? "would be made" : "made";
      printLine(
        changes.length === 0
          ? "Stripe sells exactly what the catalogue says."
          : `${changes.length} changes ${done}.`,
      );
    });
}

function addSweep(command: Command): void {
  command
    .command("sweep")
    .description("Takes in the Stripe events that never arrived by webhook. Safe to repeat.")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      "\nThe worker does this every ten minutes by itself.\n\nExample:\n  $ npx quickscale stripe sweep",
    )
    .action(async ({ json }: { json?: boolean }) => {
      const { sweepStripeEvents } = await import("@/lib/reconciliation");
      const sweep = await withContext((ctx) => sweepStripeEvents(ctx));
      if (json) printJson(sweep);
      else
        printLine(
          `${sweep.listed} events listed, ${sweep.found} were missing, ${sweep.requeued} queued again.`,
        );
    });
}

export function stripeCommand(): Command {
  const command = new Command("stripe").description("Stripe, real or local.");
  addSync(command);
  addSweep(command);
  addReconcile(command);
  return command;
}
