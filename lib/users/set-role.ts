import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "./email-address";
import { UserNotFound } from "./errors";
import { deleteSessionsOf, lockUserByEmail, updateUser } from "./repository";
import type { Role } from "./types";

/**
 * Gives a person another role and ends all their sessions, so that no old session carries the new rights.
 * Idempotent: the role a person has already changes nothing.
 * @throws UserNotFound
 */
export async function setRole(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { email: typed, role }: { email: string; role: Role },
): Promise<{ changed: boolean }> {
  const email = normaliseEmail(typed);
  return db.transaction(async (tx) => {
    const user = email ? await lockUserByEmail(tx, email) : null;
    if (!user) throw new UserNotFound();
    if (user.role === role) return { changed: false };
    await updateUser(tx, user.id, { role, updatedAt: systemClock.now() });
    await deleteSessionsOf(tx, user.id);
    return { changed: true };
  });
}
