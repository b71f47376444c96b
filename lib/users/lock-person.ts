import type { Db } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireActiveAdmin } from "./act-for-support";
import { normaliseEmail } from "./email-address";
import { OwnAccount, UserNotFound } from "./errors";
import { lockUser, lockUserByEmail, type LockedUser } from "./repository";

/** Whom an operator means. */
export type Person = { userId: string } | { email: string };

/**
 * Locks the person's row until the transaction ends, for an act with power over them. Who was deleted is nobody any
 * more. An admin must be one at this moment, and does not act on themselves; the command line and jobs may.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function lockPerson(tx: Db, actor: Actor, person: Person): Promise<LockedUser> {
  const adminId = actor.kind === "system" ? null : await requireActiveAdmin(tx, actor);
  const email = "email" in person ? normaliseEmail(person.email) : null;
  let user: LockedUser | null = null;
  if ("userId" in person) user = isUuid(person.userId) ? await lockUser(tx, person.userId) : null;
  else if (email) user = await lockUserByEmail(tx, email);
  if (!user || user.anonymisedAt) throw new UserNotFound();
  if (user.id === adminId) throw new OwnAccount();
  return user;
}
