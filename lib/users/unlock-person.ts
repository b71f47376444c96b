import { recordAudit } from "@/lib/audit";
import { liftSignInLock } from "./limits";
import { lockPerson, type Person } from "./lock-person";
import type { OperatorContext, OperatorsWord } from "./operator";

/**
 * Lets a person try again who is locked out after wrong passwords. Idempotent.
 * @returns their address
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function unlockPerson(
  { db, systemClock, actor }: OperatorContext,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<{ email: string }> {
  return db.transaction(async (tx) => {
    const { id: userId, email } = await lockPerson(tx, actor, person);
    await liftSignInLock(tx, email);
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "sign_in_unlocked", target, userId, reason } as const;
    await recordAudit(tx, { ...act, now: systemClock.now() });
    return { email };
  });
}
