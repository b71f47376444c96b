import { Command } from "commander";
import { DomainError } from "@/lib/shared/errors";
import { analyticsCommand } from "./commands/analytics";
import { auditCommand } from "./commands/audit";
import { databaseCommand } from "./commands/database";
import { doctorCommand } from "./commands/doctor";
import { ledgerCommand } from "./commands/ledger";
import { openApiCommand } from "./commands/openapi";
import { stripeCommand } from "./commands/stripe";
import { userCommand } from "./commands/user";
import { versionCommand } from "./commands/version";
import { webhooksCommand } from "./commands/webhooks";
import { workerCommand } from "./commands/worker";
import { toJson } from "./print";
import { CommandError } from "./settings";

const program = new Command("quickscale")
  .description("Runs and looks after a QuickScale installation.")
  .showHelpAfterError("(add --help for the options)")
  .addHelpText(
    "after",
    "\nWorks on the database of DATABASE_URL (environment or .env), else on the stack that runs in this folder.\nExit codes: 0 done, 1 failed or a difference was found, 2 wrong use.",
  );

for (const command of [
  analyticsCommand(),
  auditCommand(),
  databaseCommand(),
  doctorCommand(),
  ledgerCommand(),
  openApiCommand(),
  stripeCommand(),
  userCommand(),
  versionCommand(),
  webhooksCommand(),
  workerCommand(),
]) {
  program.addCommand(command);
}

/** Expected failures in words; everything else is a bug and shows its stack. */
function explain(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof DomainError) return `Refused: ${error.code} ${toJson(error.meta)}`;
  if (error instanceof Error && "code" in error && error.code === "ECONNREFUSED") {
    return "The database does not answer. Is the stack running (`npm run dev`)? Is DATABASE_URL right?";
  }
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}

program.exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : 2));
for (const group of program.commands) {
  group.exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : 2));
  for (const command of group.commands)
    command.exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : 2));
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
