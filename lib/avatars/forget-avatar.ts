import type { Db } from "@/lib/db";
import { discardObjects } from "@/lib/stored-objects";
import { objectKeys } from "./policy";
import { findPictureId } from "./queries";
import { deleteAvatar, lockOwner } from "./repository";

/** Takes a person's picture away in the caller's transaction; its objects follow once that commits. Idempotent. */
export async function forgetAvatar(tx: Db, userId: string, now: Date): Promise<void> {
  await lockOwner(tx, userId);
  const pictureId = await findPictureId(tx, userId);
  if (!pictureId) return;
  await deleteAvatar(tx, userId);
  await discardObjects(tx, objectKeys(pictureId), now);
}
