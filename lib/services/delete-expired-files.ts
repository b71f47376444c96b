import type { AppContext } from "@/lib/context";
import { deleteFilesExpiredBy } from "./repository";

/** Deletes the files of results whose 24 hours are over; they stopped being served at that instant. Idempotent. */
export async function deleteExpiredFiles({
  db,
  clock,
}: Pick<AppContext, "db" | "clock">): Promise<{ files: number }> {
  return { files: await deleteFilesExpiredBy(db, clock.now()) };
}
