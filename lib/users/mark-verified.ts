import { recordAudit } from "@/lib/audit";
import { lockPerson, type Person } from "./lock-person";
import type { OperatorContext, OperatorsWord } from "./operator";
import { hasOtherPendingPassword } from "./queries";
import { deleteSessionsOf, spendEmailTokens, updateUser } from "./repository";

/**
 * Confirms an address on an operator's word; links that were mailed for it are worth nothing afterwards. Where
 * sign-ups with different passwords were waiting, nobody knows whose word it was: none of those passwords counts,
 * and the owner of the address chooses one by "Forgot password". Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function markVerified(
  { db, systemClock, actor }: OperatorContext,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<{ changed: boolean; passwordKept: boolean }> {
  return db.transaction(async (tx) => {
    const user = await lockPerson(tx, actor, person);
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
    const target = { type: "user", id: user.id } as const;
    const act = { actor, origin, action: "email_verified", target, userId: user.id, reason } as const;
    await recordAudit(tx, { ...act, after: { passwordKept }, now });
    return { changed: true, passwordKept };
  });
}
