import { cpSync, existsSync, globSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../scripts/run-command.mjs";
import { startChild, type Child } from "./child";

export interface AppOptions {
  stateDir: string;
  port: number;
  env: NodeJS.ProcessEnv;
}

const sources = ["{app,components,emails,lib,public}/**/*", "{*.ts,*.mjs,package-lock.json,tsconfig.json}"];

/** True when a source file is younger than the production build, or there is none. */
export function isBuildStale(): boolean {
  if (!existsSync(".next/BUILD_ID")) return true;
  const built = statSync(".next/BUILD_ID").mtimeMs;
  return globSync(sources).some(
    (path) => !path.includes("generated") && statSync(path).isFile() && statSync(path).mtimeMs > built,
  );
}

/** Builds for production. The build reads no secret: the environment is checked when the server starts. */
export async function buildApp(): Promise<void> {
  // Types of pages that `next dev` saw and that are gone by now would fail the build.
  rmSync(".next/dev/types", { recursive: true, force: true });
  await run("next", ["build"], { quiet: true, env: { NODE_ENV: "production" } });
}

/** `next dev`: compiles on demand, reloads on change. */
export function startDevServer({ stateDir, port, env }: AppOptions): Child {
  return startChild({
    name: "app",
    stateDir,
    args: ["node_modules/next/dist/bin/next", "dev", "--port", String(port), "--hostname", "127.0.0.1"],
    env: { ...env, NODE_ENV: "development" },
  });
}

/** The standalone server of the production build, as it is deployed. */
export function startProductionServer({ stateDir, port, env }: AppOptions): Child {
  const standalone = join(process.cwd(), ".next", "standalone");
  cpSync("public", join(standalone, "public"), { recursive: true });
  cpSync(".next/static", join(standalone, ".next", "static"), { recursive: true });
  return startChild({
    name: "app",
    stateDir,
    args: [join(standalone, "server.js")],
    cwd: standalone,
    env: { ...env, NODE_ENV: "production", PORT: String(port), HOSTNAME: "127.0.0.1" },
  });
}
