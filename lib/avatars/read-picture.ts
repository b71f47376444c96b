import type { FileStorage } from "@/lib/ports/file-storage";
import { ObjectNotFound } from "@/lib/ports/file-storage-errors";
import { objectKey } from "./policy";

/** The large picture; null when it was replaced in the meantime. @throws StorageUnavailable */
export async function readPicture(storage: FileStorage, pictureId: string): Promise<Uint8Array | null> {
  try {
    return await storage.read(objectKey(pictureId, 512));
  } catch (error) {
    if (error instanceof ObjectNotFound) return null;
    throw error;
  }
}
