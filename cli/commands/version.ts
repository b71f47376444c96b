import { readFileSync } from "node:fs";
import { Command } from "commander";
import { printLine } from "../print";

export function versionCommand(): Command {
  return new Command("version").description("Prints the version of QuickScale and of Node.js.").action(() => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    printLine(`quickscale ${version} (Node.js ${process.versions.node})`);
  });
}
