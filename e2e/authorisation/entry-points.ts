import { readFileSync } from "node:fs";
import { join } from "node:path";

const build = (...path: string[]) =>
  JSON.parse(readFileSync(join(process.cwd(), ".next", ...path), "utf8")) as unknown;

/** What a browser can ask the production build for, as the build itself lists it: `page /billing`, `route /api/stripe`. */
export function listRoutes(): string[] {
  const routes = build("app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(routes)
    .filter(([source]) => !source.startsWith("/_"))
    .map(([source, path]) => `${source.endsWith("/page") ? "page" : "route"} ${path}`)
    .sort();
}

export interface BuiltAction {
  id: string;
  /** A page that has it. */
  path: string;
  /** `app/(app)/billing/_actions/go-to-stripe.ts#submitPortal` */
  name: string;
}

interface ActionManifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

/** Every server action that the build answers to. */
export function listActions(): BuiltAction[] {
  const { node } = build("server", "server-reference-manifest.json") as ActionManifest;
  const paths = build("app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => {
      const page = Object.keys(workers).find((worker) => worker.endsWith("/page")) ?? "";
      return { id, name: `${filename}#${exportedName}`, path: paths[page.slice("app".length)] ?? "/" };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
