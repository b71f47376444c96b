import { validate as isUuid } from "uuid";
import type { AppContext } from "@/lib/context";
import type { StoredObject } from "@/lib/ports/file-storage";
import { StorageOff } from "@/lib/ports/file-storage-errors";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { DataExportNotFound } from "./errors";
import { findReady } from "./queries";

interface Asked {
  userId: string;
  exportId: string;
  origin: EventOrigin;
}

/**
 * The zip for its owner while its time lasts. Each time is noted in their security log.
 * @throws DataExportNotFound, also for another person's; StorageOff, StorageUnavailable
 */
export async function openDataExport(
  { db, storage, systemClock }: Pick<AppContext, "db" | "storage" | "systemClock">,
  { userId, exportId, origin }: Asked,
): Promise<StoredObject & { name: string }> {
  const now = systemClock.now();
  const ready = isUuid(exportId) ? await findReady(db, { id: exportId, userId }) : null;
  if (!ready || ready.expiresAt <= now) throw new DataExportNotFound();
  if (!storage) throw new StorageOff();
  const object = await storage.open(ready.objectKey);
  await recordSecurityEvent(db, { userId, kind: "data_exported", origin, now });
  return { ...object, name: `quickscale-data-${ready.finishedAt.toISOString().slice(0, 10)}.zip` };
}
