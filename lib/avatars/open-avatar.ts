import type { AppContext } from "@/lib/context";
import type { StoredObject } from "@/lib/ports/file-storage";
import { StorageOff } from "@/lib/ports/file-storage-errors";
import { AvatarNotFound } from "./errors";
import { objectKey, parseFileName } from "./policy";
import { isShown } from "./queries";

/**
 * A picture by the name of its file, as long as it is somebody's.
 * @throws AvatarNotFound, StorageOff, StorageUnavailable
 */
export async function openAvatar(
  { db, storage }: Pick<AppContext, "db" | "storage">,
  fileName: string,
): Promise<StoredObject> {
  const asked = parseFileName(fileName);
  if (!asked || !(await isShown(db, asked.pictureId))) throw new AvatarNotFound();
  if (!storage) throw new StorageOff();
  return storage.open(objectKey(asked.pictureId, asked.size));
}
