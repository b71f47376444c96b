import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { insertLock } from "./repository";

/** Notes that the codes of a second step were locked, once in a quarter of an hour however many tries follow. */
export async function recordLockedSecondStep(
  db: Db,
  { userId, ip, now }: { userId: string; ip: string | null; now: Date },
): Promise<void> {
  await insertLock(db, { id: uuidv7(), kind: "second_step_locked", subject: userId, ip, now });
}
