import { Command } from "commander";
import type { LedgerReport } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";
import { printJson, printLine } from "../print";
import { withDatabase } from "../settings";

function printReport({ accounts, totals, differences }: LedgerReport): void {
  const credits = (milli: string) => formatCredits(BigInt(milli));
  printLine(`${accounts} accounts: balances ${credits(totals.balancesMilli)} credits`);
  printLine(
    `issued ${credits(totals.issuedMilli)}, spent ${credits(totals.spentMilli)}, expired ${credits(totals.expiredMilli)}, clawed back ${credits(totals.clawedBackMilli)}, forgiven ${credits(totals.forgivenMilli)}`,
  );
  for (const { userId, rule, expected, actual } of differences) {
    printLine(`DRIFT ${userId ?? "all accounts"}: ${rule}: expected ${expected}, found ${actual}`);
  }
  printLine(differences.length === 0 ? "No drift." : `${differences.length} differences.`);
}

export function ledgerCommand(): Command {
  const command = new Command("ledger").description("The credit ledger.");
  command
    .command("verify")
    .description("Recomputes every balance from the history and reports each difference. Changes nothing.")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nNeeds only DATABASE_URL. Exits with 1 when there is any difference.\n\nExamples:\n  $ npx quickscale ledger verify\n  $ npx quickscale ledger verify --json",
    )
    .action(async ({ json }: { json?: boolean }) => {
      const { verifyLedger } = await import("@/lib/credits");
      const report = await withDatabase((ctx) => verifyLedger(ctx));
      if (json) printJson(report);
      else printReport(report);
      if (report.differences.length > 0) process.exitCode = 1;
    });
  return command;
}
