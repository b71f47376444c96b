import { mkdtemp, rm } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { breakages, breakSource } from "./breakages";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface AppBundle {
  /** To be run by Node, which starts it in a second where the sources take five. */
  file: string;
  remove(): Promise<void>;
}

/** @param breakage a name of `breakages`, to see whether the suite finds it */
export async function bundleApp(breakage?: string): Promise<AppBundle> {
  if (breakage !== undefined && !breakages[breakage]) throw new Error(`There is no breakage ${breakage}.`);
  const parent = join(root, ".local", "chaos");
  mkdirSync(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "app-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [
      {
        name: "break-on-purpose",
        enforce: "pre",
        transform: (code, id) => (breakage === undefined ? null : breakSource(breakage, id, code)),
      },
    ],
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
