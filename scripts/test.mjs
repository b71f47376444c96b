import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { describePhases, phase } from "./phases.mjs";
import { root, run } from "./run-command.mjs";
import { elapsed, fail, step } from "./steps.mjs";

// `npm test`: everything that proves a checkout, in the order in which failures are cheapest.
const reports = join(root, ".local", "reports");
const report = (name) => join(reports, `${name}.json`);
const total = { passed: 0, failed: 0, skipped: 0 };

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * Long ones that no deadline hurries, that touch nothing of the stack that the browsers use, and without which lib/ is
 * covered all the same. While the browsers wait, a core is idle, most of all in the months at the end, through which
 * only one of them goes.
 */
const besideBrowsers = [
  "tests/integration/stripe-local/kills.test.ts",
  "tests/model/ledger.model.test.ts",
  "tests/integration/cli/quickscale.test.ts",
  "tests/integration/stripe-local/official-triggers.test.ts",
  "tests/integration/stripe-local/contract.test.ts",
  "tests/integration/stripe-local/portal-pages.test.ts",
  "tests/integration/stripe-local/advance-kills.test.ts",
  "tests/integration/stripe-local/invoice-pages.test.ts",
  "tests/architecture/graph.test.ts",
];

/** They take turns with the browsers: what is not written for that has four times as long as elsewhere. */
const patience = ["--testTimeout=120000", "--hookTimeout=240000"];

/** A check that passes or fails as a whole counts as one. */
async function gate(name, command, args, env = {}) {
  try {
    await phase(name, () => step(name, async () => void (await run(command, args, { quiet: true, env }))));
    count({ passed: 1 });
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    count({ failed: 1 });
  }
}

/**
 * A test runner: its report says how many; a runner that failed without saying so counts as one failure.
 * One that runs in the background speaks only when it fails.
 */
async function suite({ name, command, args, env, read, background = false }) {
  process.stdout.write(`\n  ${name}\n`);
  const ok = await phase(name, () => run(command, args, { env, quiet: background, background })).then(
    () => true,
    (error) => {
      if (background) process.stdout.write(`${error.message}\n`);
      return false;
    },
  );
  const result = read();
  count(result);
  if (!ok && result.failed === 0) count({ failed: 1 });
}

const vitestArgs = (name) => ["run", "--reporter=json", `--outputFile.json=${report(name)}`];

function readJson(name) {
  try {
    return JSON.parse(readFileSync(report(name), "utf8"));
  } catch {
    return null;
  }
}

function readVitest(name) {
  const result = readJson(name);
  if (!result) return { failed: 1 };
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
}

function readPlaywright() {
  const stats = readJson("playwright")?.stats;
  if (!stats) return { failed: 1 };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** A checkout that was built before is built in less with what that build left; a fresh one need not leave anything. */
function buildEnv() {
  return existsSync(join(root, ".next", "cache", "turbopack")) ? {} : { BUILD_CACHE: "off" };
}

try {
  process.stdout.write("\nQuickScale tests\n");
  await phase("Installation", ensureInstalled);
  const chromium = await phase("Chromium", ensureBrowser);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  // Types of pages that `next dev` saw and that are gone by now are no part of the checkout.
  rmSync(join(root, ".next", "dev", "types"), { recursive: true, force: true });

  await gate("Route types", "next", ["typegen"]);
  // ESLint keeps one core busy for as long as all others need one after the other.
  const lint = gate("Lint (eslint)", "eslint", [".", "--max-warnings", "0"]);
  await gate("Format (prettier)", "prettier", ["--check", "--log-level", "warn", "."]);
  await gate("Boundaries (dependency-cruiser)", "npm", ["run", "--silent", "lint:boundaries"]);
  await gate("Unused code and dependencies (knip)", "knip", []);
  await gate("Types (tsc)", "tsc", ["--noEmit"]);
  await gate("Production build (next build)", "next", ["build"], buildEnv());
  await suite({
    name: "Unit, integration and model tests (vitest)",
    command: "vitest",
    args: [
      ...vitestArgs("vitest"),
      ...["--coverage", "--reporter=default"],
      ...besideBrowsers.flatMap((path) => ["--exclude", path]),
    ],
    read: () => readVitest("vitest"),
  });
  await lint;
  await Promise.all([
    suite({
      name: "Long tests in the background (vitest)",
      command: "vitest",
      args: [
        ...vitestArgs("vitest-long"),
        ...["--reporter=default", "--maxWorkers=1", ...patience],
        ...besideBrowsers,
      ],
      read: () => readVitest("vitest-long"),
      background: true,
    }),
    suite({
      name: "Browser tests (playwright)",
      command: "playwright",
      args: ["test"],
      env: { PLAYWRIGHT_CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report("playwright") },
      read: readPlaywright,
    }),
  ]);
} catch (error) {
  fail(error);
}

process.stdout.write(`\n${describePhases()}`);
process.stdout.write(`\n  ${elapsed()} s on Node ${projectNode()}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function projectNode() {
  return JSON.parse(readFileSync(join(root, "node_modules", "node", "package.json"), "utf8")).version;
}
