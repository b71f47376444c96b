import { Command } from "commander";
import { printLine } from "../print";
import { databaseUrl } from "../settings";

export function databaseCommand(): Command {
  const command = new Command("db").description("The database.");
  command
    .command("migrate")
    .description("Applies pending migrations. Safe to repeat.")
    .addHelpText("after", "\nExample:\n  $ DATABASE_URL=postgresql://… npx quickscale db migrate")
    .action(async () => {
      const { applyMigrations } = await import("@/lib/db/migrate/migrate");
      const applied = await applyMigrations(databaseUrl());
      for (const name of applied) printLine(`applied ${name}`);
      printLine(
        applied.length > 0
          ? `${applied.length} migrations applied.`
          : "Nothing to do: no migration is pending.",
      );
    });
  return command;
}
