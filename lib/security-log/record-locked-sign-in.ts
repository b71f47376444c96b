import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { insertLock } from "./repository";

/**
 * Notes that signing in to an address was locked, once in a quarter of an hour however many tries follow. An address
 * without an account costs the same statement.
 */
export async function recordLockedSignIn(
  db: Db,
  { email, ip, now }: { email: string; ip: string | null; now: Date },
): Promise<void> {
  await insertLock(db, { id: uuidv7(), kind: "signed_in_failed_locked", subject: email, ip, now });
}
