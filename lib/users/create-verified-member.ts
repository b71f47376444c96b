import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { insertVerified } from "./repository";
import { profileSchema } from "./schema";

interface VouchedFor {
  /** Normalised; somebody we trust has verified it. */
  email: string;
  /** Straight from elsewhere: one that no profile would take is left out. */
  name: string | null;
  now: Date;
}

/**
 * Adds a verified member without a password, in the caller's transaction, and nothing else: as after a sign-up that was
 * confirmed.
 * @returns null when somebody has the address, verified or not
 */
export async function createVerifiedMember(tx: Db, { email, name, now }: VouchedFor): Promise<string | null> {
  const id = uuidv7();
  const parsed = profileSchema.shape.name.safeParse(name ?? "");
  const inserted = await insertVerified(tx, { id, email, name: parsed.data ?? null, now });
  return inserted ? id : null;
}
