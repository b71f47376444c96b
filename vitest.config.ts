import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/setup/longest-first.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
