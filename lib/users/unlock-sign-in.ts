import { recordAudit } from "@/lib/audit";
import { normaliseEmail } from "./email-address";
import { liftSignInLock } from "./limits";
import type { OperatorContext } from "./operator";
import { lockUserByEmail } from "./repository";

/** Lifts the sign-in lock of an address, on an operator's word. Idempotent; an address without an account changes nothing else. */
export async function unlockSignIn(
  { db, systemClock, actor }: OperatorContext,
  typed: string,
): Promise<void> {
  const email = normaliseEmail(typed) ?? typed;
  await db.transaction(async (tx) => {
    await liftSignInLock(tx, email);
    const user = await lockUserByEmail(tx, email);
    if (!user) return;
    const target = { type: "user", id: user.id } as const;
    const act = { actor, origin: null, action: "sign_in_unlocked", target, userId: user.id } as const;
    await recordAudit(tx, { ...act, now: systemClock.now() });
  });
}
