import { Command } from "commander";
import { printLine } from "../print";
import { withDatabase } from "../settings";

async function rebuild(): Promise<void> {
  const { rebuildAnalytics } = await import("@/lib/analytics");
  const zones = await withDatabase((ctx) => rebuildAnalytics(ctx));
  printLine(`Rebuilt from the facts, with days in ${zones.join(", ")}.`);
}

async function verify(): Promise<void> {
  const { verifyAnalytics } = await import("@/lib/analytics");
  const { zones, rows, differences } = await withDatabase((ctx) => verifyAnalytics(ctx));
  for (const { zone, table, day, kept, facts } of differences)
    printLine(`DIFFERENT ${table} ${day} (${zone}): kept ${kept ?? "nothing"}, facts ${facts ?? "nothing"}`);
  if (zones.length === 0) printLine("Nothing is kept yet: run it without --verify.");
  else if (differences.length === 0)
    printLine(`${rows} rows, days in ${zones.join(", ")}: equal to the facts.`);
  else printLine(`${differences.length} differences. \`quickscale analytics rebuild\` mends them.`);
  if (differences.length > 0 || zones.length === 0) process.exitCode = 1;
}

export function analyticsCommand(): Command {
  const command = new Command("analytics").description("The daily figures behind /admin/analytics.");
  command
    .command("rebuild")
    .description("Computes all daily figures anew from payments, subscriptions, runs and the ledger.")
    .option("--verify", "change nothing: compare what is kept with the facts, and say each difference")
    .addHelpText(
      "after",
      "\nNeeds only DATABASE_URL. Pages go on answering meanwhile. With --verify it exits with 1 when anything differs.\n\nExamples:\n  $ npx quickscale analytics rebuild\n  $ npx quickscale analytics rebuild --verify",
    )
    .action(({ verify: only }: { verify?: boolean }) => (only ? verify() : rebuild()));
  return command;
}
