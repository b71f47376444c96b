import { Command } from "commander";
import { listFeatures, type Feature } from "@/lib/features";
import { printLine } from "../print";
import { loadSettings, withDatabase } from "../settings";

const marks = { on: "✓", local: "~", off: "-" };

function toLine({ name, state, keys, without }: Feature): string {
  if (state === "on") return `${marks.on} ${name}`;
  if (state === "local") return `${marks.local} ${name}: a local stand-in`;
  return `${marks.off} ${name}: off, because ${keys.join(", ")} is not set. ${without}`;
}

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("Says what is set, what is off because of what is not, and what is wrong.")
    .action(async () => {
      const settings = loadSettings();
      printLine(`✓ The environment is complete (${settings.APP_URL})`);
      for (const feature of listFeatures(settings)) printLine(toLine(feature));
      await withDatabase(({ db }) => db.sql({ name: "doctor", text: "SELECT 1 AS one", values: [] }));
      printLine("✓ The database answers");
    });
}
