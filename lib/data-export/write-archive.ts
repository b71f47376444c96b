import { findPictureId, readPicture } from "@/lib/avatars";
import type { AppContext } from "@/lib/context";
import type { FileStorage } from "@/lib/ports/file-storage";
import { getUserEmail } from "@/lib/users";
import { accountDataSets } from "./account-data-sets";
import { moneyDataSets } from "./money-data-sets";
import { toCsv, toJson } from "./present-rows";
import { readRows } from "./row-queries";
import { toReadme } from "./to-readme";
import { usageDataSets } from "./usage-data-sets";
import type { ZipFile } from "./zip-file";

const dataSets = [...accountDataSets, ...moneyDataSets, ...usageDataSets];

type ArchiveContext = Pick<AppContext, "db" | "systemClock"> & { storage: FileStorage };

/** Writes all that is known of a person. Each set is read twice, for JSON and CSV: a zip holds one file after the other. */
export async function writeArchive(
  { db, storage, systemClock }: ArchiveContext,
  { userId, zip }: { userId: string; zip: ZipFile },
): Promise<void> {
  const pictureId = await findPictureId(db, userId);
  const picture = pictureId ? await readPicture(storage, pictureId) : null;
  const email = await getUserEmail(db, userId);
  const readme = toReadme({ email, madeAt: systemClock.now(), dataSets, hasPicture: picture !== null });
  await zip.add("README.txt", [readme]);
  for (const set of dataSets) {
    const columns = Object.keys(set.columns);
    await zip.add(`${set.name}.json`, toJson(columns, readRows(db, set, userId)));
    await zip.add(`${set.name}.csv`, toCsv(columns, readRows(db, set, userId)));
  }
  if (picture) await zip.add("profile-picture.webp", [picture]);
}
