import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

/** Reads `prisma/migrations` under `root` in the form that Prisma's migration engine takes. */
export async function readMigrations(root: string): Promise<MigrationList> {
  const baseDir = join(root, "prisma", "migrations");
  const folders = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((folder) => folder.name).sort();
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(baseDir, path, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** Reads every `prisma/schema/*.prisma` file under `root`. */
export async function readDatamodels(root: string): Promise<[path: string, text: string][]> {
  const folder = join(root, "prisma", "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]),
  );
}
