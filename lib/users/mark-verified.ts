import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "./email-address";
import { UserNotFound } from "./errors";
import { hasOtherPendingPassword } from "./queries";
import { deleteSessionsOf, lockUserByEmail, spendEmailTokens, updateUser } from "./repository";

/**
 * Confirms an address on an operator's word; links that were mailed for it are worth nothing afterwards. Where
 * sign-ups with different passwords were waiting, nobody knows whose word it was: none of those passwords counts,
 * and the owner of the address chooses one by "Forgot password". Idempotent.
 * @throws UserNotFound
 */
export async function markVerified(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  typed: string,
): Promise<{ changed: boolean; passwordKept: boolean }> {
  const email = normaliseEmail(typed);
  return db.transaction(async (tx) => {
    const user = email ? await lockUserByEmail(tx, email) : null;
    if (!user) throw new UserNotFound();
    if (user.emailVerified) return { changed: false, passwordKept: true };
    const now = systemClock.now();
    const passwordKept = !(await hasOtherPendingPassword(tx, user));
    await updateUser(tx, user.id, {
      emailVerified: now,
      updatedAt: now,
      ...(passwordKept ? {} : { passwordHash: null }),
    });
    await deleteSessionsOf(tx, user.id);
    await spendEmailTokens(tx, { userId: user.id, purposes: ["verify_email"], now });
    return { changed: true, passwordKept };
  });
}
