import { createDiskDriver } from "./disk-driver";
import { createS3Driver } from "./s3-driver";
import { DriverStorage } from "./driver-storage";
import type { FileStorage } from "@/lib/ports/file-storage";
import type { StorageSettings } from "./types";

/** The store that the environment names; null where it names none, and what needs one is off. */
export function createStorage(settings: StorageSettings): FileStorage | null {
  if (settings.s3) return new DriverStorage(createS3Driver(settings.s3), { signs: true });
  if (settings.folder) return new DriverStorage(createDiskDriver(settings.folder), { signs: false });
  return null;
}
