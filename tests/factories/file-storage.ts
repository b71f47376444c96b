import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createStorage } from "@/lib/adapters/storage";

/** A store in a folder of this test file's own, and what lies in it. Call it once per file. */
export async function createFileStorage() {
  const folder = await mkdtemp(join(tmpdir(), "quickscale-files-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const storage = createStorage({ s3: null, folder });
  if (!storage) throw new Error("The storage is off.");
  const listKeys = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  };
  return { storage, listKeys };
}
