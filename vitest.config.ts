import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const longest = ["tests/chaos/", "tests/integration/cli/", "tests/integration/stripe-local/contract.test.ts"];

const isLong = ({ moduleId }: TestSpecification) => longest.some((path) => moduleId.includes(`/${path}`));

/**
 * Where no earlier run tells how long each file takes, the largest file goes first. These take long and are small: as
 * the last ones they would keep one worker busy for a minute while the others have nothing left to do.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { "server-only": here("./node_modules/server-only/empty.js"), "@": here(".") },
  },
  test: {
    globalSetup: ["tests/setup/global-setup.ts"],
    setupFiles: ["tests/setup/fail-on-console-error.ts"],
    include: [
      "{app,components,lib,dev,cli,emails,prisma,scripts}/**/*.test.{ts,tsx}",
      "tests/{integration,architecture,model,chaos,stripe-scenarios}/**/*.test.{ts,tsx}",
    ],
    // Its imports of next/* have no extension, which Node itself does not resolve.
    server: { deps: { inline: ["next-auth"] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than cores: while a test waits for PostgreSQL or a process, another has the core.
    maxWorkers: 3,
    // Files share what they import: loading it anew for each was a sixth of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: "v8",
      include: ["lib/**/*.ts"],
      exclude: ["lib/db/generated/**", "lib/**/*.test.ts"],
      // `npx vitest run --coverage --coverage.reporter=html` draws the lines.
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
