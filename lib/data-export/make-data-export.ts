import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { StorageOff } from "@/lib/ports/file-storage-errors";
import { formatBytes, formatDateTime } from "@/lib/shared/format";
import { adoptObjects, discardObjects, newObjectName, reserveObjects } from "@/lib/stored-objects";
import { getUserEmail } from "@/lib/users";
import { expiresAtOf, maxAttempts } from "./policy";
import { beginAttempt, markExpired, markFailed, markReady } from "./repository";
import { writeArchive } from "./write-archive";
import { ZipFile } from "./zip-file";

type ExportContext = Pick<AppContext, "db" | "storage" | "systemClock" | "log" | "appUrl">;

interface Attempt {
  exportId: string;
  userId: string;
}

/**
 * Handles the job "make-data-export". Whatever dies in between leaves no object over, and the next try begins anew; run
 * twice at the same time, one file is kept. Gives up after five tries, which its owner is shown.
 */
export async function makeDataExport(ctx: ExportContext, { exportId }: { exportId: string }): Promise<void> {
  const { db, systemClock, log } = ctx;
  const attempt = await beginAttempt(db, exportId);
  if (!attempt) return;
  const { userId, attempts } = attempt;
  try {
    if (attempts > maxAttempts) throw new Error("every try before died");
    await make(ctx, { exportId, userId });
  } catch (err) {
    if (attempts < maxAttempts) throw err;
    log.error({ err, exportId }, "an export of somebody's data failed for good");
    await markFailed(db, exportId, systemClock.now());
  }
}

async function make(ctx: ExportContext, { exportId, userId }: Attempt): Promise<void> {
  const { storage, systemClock } = ctx;
  if (!storage) throw new StorageOff();
  const objectKey = `exports/${newObjectName()}.zip`;
  await reserveObjects(ctx, [objectKey]);
  const zip = await ZipFile.create(systemClock.now());
  try {
    await writeArchive({ ...ctx, storage }, { userId, zip });
    const content = await zip.finish();
    await storage.put(objectKey, content, { contentType: "application/zip" });
    await hand(ctx, { exportId, userId, objectKey, byteSize: content.byteSize });
  } finally {
    await zip.close();
  }
}

/** Makes it its owner's in one transaction with the mail; the exports from before are let go. */
async function hand(
  { db, systemClock, appUrl }: ExportContext,
  { exportId, userId, objectKey, byteSize }: Attempt & { objectKey: string; byteSize: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const now = systemClock.now();
    const expiresAt = expiresAtOf(now);
    if (!(await markReady(tx, { id: exportId, objectKey, byteSize, now, expiresAt }))) return;
    await adoptObjects(tx, [objectKey], now);
    await discardObjects(tx, await markExpired(tx, { userId, except: exportId }), now);
    const props = {
      size: formatBytes(byteSize),
      expiresAt: formatDateTime(expiresAt),
      accountUrl: `${appUrl}/settings/account`,
    };
    await queueEmail(tx, {
      to: await getUserEmail(tx, userId),
      message: { template: "data-export-ready", props },
      key: `data-export:${exportId}`,
      userId,
    });
  });
}
