import { mkdtemp, rm } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface AppBundle {
  /** To be run by Node, which starts it in a second where the sources take five. */
  file: string;
  remove(): Promise<void>;
}

export async function bundleApp(): Promise<AppBundle> {
  const parent = join(root, ".local", "chaos");
  mkdirSync(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "app-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: { "server-only": join(root, "node_modules/server-only/empty.js"), "@": root } },
    build: {
      ssr: join(root, "tests/chaos/app/app-process.ts"),
      outDir: folder,
      target: "node22",
      minify: false,
    },
  });
  return {
    file: join(folder, "app-process.js"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
