import type { AppContext } from "@/lib/context";
import { enqueueJob } from "@/lib/jobs";
import { StorageOff } from "@/lib/ports/file-storage-errors";
import { DataExportLimitReached, DataExportNotFound } from "./errors";
import { maxPerDay, secondsUntilNext } from "./policy";
import { isPending, listOfDay } from "./queries";
import { insertPending, lockOwner } from "./repository";

/**
 * Asks for a zip of all that is known of a person; a job makes it and a mail tells of it. While one is being made,
 * asking again changes nothing. Three a day.
 * @throws StorageOff, DataExportLimitReached
 */
export async function requestDataExport(
  { db, storage, systemClock }: Pick<AppContext, "db" | "storage" | "systemClock">,
  userId: string,
): Promise<void> {
  if (!storage) throw new StorageOff();
  await db.transaction(async (tx) => {
    const now = systemClock.now();
    if (!(await lockOwner(tx, userId))) throw new DataExportNotFound();
    if (await isPending(tx, userId)) return;
    const [earliest, ...more] = await listOfDay(tx, userId, now);
    if (earliest && more.length + 1 >= maxPerDay)
      throw new DataExportLimitReached(secondsUntilNext(earliest, now));
    const exportId = await insertPending(tx, userId, now);
    await enqueueJob(tx, { name: "make-data-export", payload: { exportId }, key: `data-export:${exportId}` });
  });
}
