import { ObjectNotFound, StorageUnavailable } from "@/lib/ports/file-storage-errors";

const missing: ReadonlySet<unknown> = new Set(["ENOENT", "NoSuchKey", "NotFound"]);

/** What the library wraps, and what stands in it of the disk or the store. */
function* causesOf(error: unknown): Generator<{ code?: unknown; name: string }> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

/** A missing object is told apart from all else: a missing bucket, say, is a store that cannot be used. */
export function toStorageError(key: string, error: unknown): ObjectNotFound | StorageUnavailable {
  for (const { code, name } of causesOf(error)) {
    if (missing.has(code) || missing.has(name)) return new ObjectNotFound(key, error);
  }
  return new StorageUnavailable(error);
}
