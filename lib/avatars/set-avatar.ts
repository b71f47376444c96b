import type { AppContext } from "@/lib/context";
import { StorageOff } from "@/lib/ports/file-storage-errors";
import { consumeRateLimit } from "@/lib/rate-limits";
import { adoptObjects, discardObjects, newObjectName, reserveObjects } from "@/lib/stored-objects";
import { encodePicture } from "./encode-picture";
import { AvatarNotFound } from "./errors";
import { objectKey, objectKeys } from "./policy";
import { findPictureId } from "./queries";
import { lockOwner, saveAvatar } from "./repository";
import type { Crop } from "./types";

const limit = { name: "set-avatar", points: 30, windowSeconds: 3600 };

interface NewPicture {
  userId: string;
  bytes: Uint8Array;
  /** Null keeps the largest square in the middle. */
  crop: Crop | null;
}

/**
 * Replaces a person's picture. Of two at the same time the later stays; the earlier one's objects are deleted by a job,
 * as are those of a change that broke off. Not idempotent: each call makes a new picture.
 * @returns its id
 * @throws StorageOff, PictureRefused, TooManyAttempts, StorageUnavailable
 */
export async function setAvatar(
  ctx: Pick<AppContext, "db" | "storage" | "systemClock">,
  { userId, bytes, crop }: NewPicture,
): Promise<string> {
  const { db, storage, systemClock } = ctx;
  if (!storage) throw new StorageOff();
  await consumeRateLimit(db, limit, [userId]);
  const pictures = await encodePicture(bytes, crop);
  const pictureId = newObjectName();
  const keys = objectKeys(pictureId);
  await reserveObjects(ctx, keys);
  const options = { contentType: "image/webp", cacheControl: "private, max-age=31536000, immutable" };
  for (const [size, picture] of pictures) await storage.put(objectKey(pictureId, size), picture, options);
  await db.transaction(async (tx) => {
    const now = systemClock.now();
    if (!(await lockOwner(tx, userId))) throw new AvatarNotFound();
    const before = await findPictureId(tx, userId);
    await adoptObjects(tx, keys, now);
    await saveAvatar(tx, { userId, pictureId, now });
    if (before) await discardObjects(tx, objectKeys(before), now);
  });
  return pictureId;
}
