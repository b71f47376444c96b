import type { Db } from "@/lib/db";
import { normaliseEmail } from "./email-address";
import { UserNotFound } from "./errors";
import { lockUser, lockUserByEmail, type LockedUser } from "./repository";

/** Whom an operator means. */
export type Person = { userId: string } | { email: string };

/**
 * Locks the person's row until the transaction ends. Who was deleted is nobody any more.
 * @throws UserNotFound
 */
export async function lockPerson(tx: Db, person: Person): Promise<LockedUser> {
  const email = "email" in person ? normaliseEmail(person.email) : null;
  const user =
    "userId" in person ? await lockUser(tx, person.userId) : email ? await lockUserByEmail(tx, email) : null;
  if (!user || user.anonymisedAt) throw new UserNotFound();
  return user;
}
