import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { freePort } from "@/dev/free-port";
import { waitForUrl } from "@/dev/stack/wait-for";

const state = join(process.cwd(), ".local", "e2e");

/** The production build as if `proxy.ts` did not exist: the server takes from these what runs before a page. */
function withoutProxy(folder: string): void {
  const server = join(folder, ".next", "server");
  for (const name of ["functions-config-manifest.json", "middleware-manifest.json"]) {
    const file = join(server, name);
    const manifest = JSON.parse(readFileSync(file, "utf8")) as object;
    writeFileSync(file, JSON.stringify({ ...manifest, middleware: {}, functions: {}, sortedMiddleware: [] }));
  }
}

export interface BareServer {
  url: string;
  stop: () => Promise<void>;
}

/** A second server on the stack's database and stand-ins, whose pages and actions have nothing before them. */
export async function startServerWithoutProxy(): Promise<BareServer> {
  const folder = join(state, "without-proxy");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(process.cwd(), ".next", "standalone"), folder, { recursive: true });
  withoutProxy(folder);
  const port = await freePort(3150);
  const url = `http://localhost:${port}`;
  const child = spawn("node", [join(folder, "server.js")], {
    cwd: folder,
    stdio: "ignore",
    env: {
      ...process.env,
      ...parseEnv(readFileSync(join(state, "stack.env"), "utf8")),
      ...{ APP_URL: url, PORT: String(port), HOSTNAME: "127.0.0.1", NODE_ENV: "production", WORKER: "off" },
      CRON_SECRET: randomUUID(),
    },
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code) => {
      resolve(`the server without a proxy ended with ${code ?? "a signal"}`);
    });
  });
  await waitForUrl(`${url}/api/health`, ended, 30);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
