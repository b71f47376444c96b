#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// `npx quickscale`: the command itself is TypeScript and runs on the project's pinned Node.
const root = join(import.meta.dirname, "..");
const bin = join(root, "node_modules", ".bin");
if (!existsSync(join(bin, "tsx"))) {
  process.stderr.write("Nothing is installed yet. Run `npm run dev` once, or `npm ci`.\n");
  process.exit(1);
}
const { status, signal } = spawnSync(
  join(bin, "node"),
  [
    "--disable-warning=ExperimentalWarning",
    "--import",
    "tsx",
    join(root, "cli", "main.ts"),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: [bin, process.env.PATH].join(delimiter),
      TSX_TSCONFIG_PATH: join(root, "tsconfig.node.json"),
    },
  },
);
process.exitCode = status ?? (signal ? 1 : 0);
