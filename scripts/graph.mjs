import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run-command.mjs";

// `npm run docs:graph`: writes the dependency graph into docs/architecture.md. A test fails when it is stale.
const rooms = "^(app|components|cli|emails|lib/[^/]+|dev/[^/]+|prisma)";

/** The graph of rooms as Mermaid, exactly as dependency-cruiser prints it. */
export async function drawGraph() {
  const folders = ["app", "components", "cli", "emails", "lib", "prisma"];
  const args = [
    ...folders,
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "mermaid",
    "--collapse",
    rooms,
  ];
  return run(
    "depcruise",
    [
      ...args,
      "--include-only",
      "^(app|cli|components|emails|lib|prisma)/",
      "--exclude",
      "(lib/db/generated|\\.test\\.|\\.css$)",
    ],
    {
      quiet: true,
    },
  );
}

const document = join(root, "docs", "architecture.md");
const block = /(<!-- graph -->\s+```mermaid\n)[\s\S]*?(```\s+<!-- \/graph -->)/;

/** The document with the given graph in its place. */
export function placeGraph(text, graph) {
  if (!block.test(text)) throw new Error("docs/architecture.md has no place for the graph.");
  return text.replace(block, (_all, open, close) => `${open}${graph.trimEnd()}\n${close}`);
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(document, placeGraph(readFileSync(document, "utf8"), await drawGraph()));
}
