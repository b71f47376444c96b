import { Command } from "commander";
import type { AuditReport } from "@/lib/audit/types";
import { printJson, printLine } from "../print";
import { withDatabase } from "../settings";

const words = {
  changed: "is not as it was written",
  missing: "is missing",
  not_chained: "does not follow from the one before it",
  end_differs: "is the last, and not the one that the stream ends with",
} as const;

function printReport({ streams, entries, problems }: AuditReport): void {
  printLine(`${entries} entries of ${streams} actors`);
  for (const { stream, seq, problem } of problems)
    printLine(`BROKEN ${stream}: entry ${seq} ${words[problem]}`);
  printLine(problems.length === 0 ? "Every entry is as it was written." : `${problems.length} broken.`);
}

export function auditCommand(): Command {
  const command = new Command("audit").description("The record of what admins, commands and jobs did.");
  command
    .command("verify")
    .description(
      "Recomputes every chain of the record and names the first broken entry of each. Changes nothing.",
    )
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nNeeds only DATABASE_URL. Exits with 1 when anything is broken.\n\nExamples:\n  $ npx quickscale audit verify\n  $ npx quickscale audit verify --json",
    )
    .action(async ({ json }: { json?: boolean }) => {
      const { verifyAudit } = await import("@/lib/audit");
      const report = await withDatabase((ctx) => verifyAudit(ctx));
      if (json) printJson(report);
      else printReport(report);
      if (report.problems.length > 0) process.exitCode = 1;
    });
  return command;
}
