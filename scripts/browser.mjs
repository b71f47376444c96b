import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root, run } from "./run-command.mjs";
import { step } from "./steps.mjs";

/** The shell without windows needs a quarter less of the processor. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function fromPlaywright() {
  const path = createRequire(join(root, "package.json"))("@playwright/test").chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const installed = () => process.env.PLAYWRIGHT_CHROMIUM_PATH || fromPlaywright() || onPath();

async function attempt(command, args) {
  await run(command, args, { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } }).catch(
    () => undefined,
  );
  return installed();
}

/**
 * Finds a Chromium, installing one when there is none: a path you name, Playwright's own, the system's,
 * Playwright's download, then (as root on Debian or Ubuntu) the distribution's package.
 * @returns {Promise<string>} where its program is
 */
export async function ensureBrowser() {
  const there = installed();
  if (there) {
    if (!existsSync(there)) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names ${there}, which does not exist.`);
    return there;
  }
  return step("Installing Chromium", async () => {
    const downloaded = await attempt("npx", ["playwright", "install", "chromium"]);
    if (downloaded) return downloaded;
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      await attempt("apt-get", ["update"]);
      const packaged = await attempt("apt-get", [
        "install",
        "-y",
        "--no-install-recommends",
        "chromium-headless-shell",
      ]);
      if (packaged) return packaged;
    }
    throw new Error(
      "No Chromium was found and none could be installed. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM_PATH to its program.",
    );
  });
}
