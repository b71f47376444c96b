import { FSDriver } from "flydrive/drivers/fs";

/** A folder of this machine: for one instance only, whose disk outlives it. */
export function createDiskDriver(folder: string): FSDriver {
  return new FSDriver({ location: folder, visibility: "private" });
}
