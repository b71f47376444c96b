import { defineConfig, devices } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
/** These let months pass for the whole stack: after all others. */
const clockwork = /subscriptions\.spec\.ts/;
/** Proofs that take minutes run by themselves, with a command of their own. */
const long = process.env.LONG_PROOFS === "1";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    // A trace costs a third of the time: `npx playwright test --trace retain-on-failure` makes one when it is wanted.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
  projects: [
    // Journeys that are the same at both sizes are gone through once, at the smaller one.
    { name: "desktop", testIgnore: clockwork, grepInvert: /@phone-only/, use: desktop },
    {
      name: "phone",
      testIgnore: clockwork,
      grep: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    long
      ? { name: "months", testMatch: clockwork, use: desktop }
      : {
          ...{ name: "months", testMatch: clockwork, grepInvert: /@long/, use: desktop },
          dependencies: ["desktop", "phone"],
        },
  ],
});
