import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { AdminProtected, bySupport, lockPerson, type OperatorsWord, type Person } from "@/lib/users";
import { clearCodes } from "./limits";
import { deleteSessions, deleteTwoFactor } from "./repository";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";

/**
 * For support, after making sure whose account it is: turns two-factor sign-in off without a code, lifts the lock of codes
 * and ends every session. The owner reads of it in their security log and in a mail. An admin's is not reset by another
 * admin. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AdminProtected
 */
export async function resetTwoFactor(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl" | "actor">,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<{ changed: boolean }> {
  const { db, systemClock, actor } = ctx;
  const { userId, changed } = await db.transaction(async (tx) => {
    const { id, role } = await lockPerson(tx, actor, person);
    if (actor.kind === "user" && role === "admin") throw new AdminProtected();
    if (!(await deleteTwoFactor(tx, id))) return { userId: id, changed: false };
    const now = systemClock.now();
    await deleteSessions(tx, id);
    const { detail: by, origin: nowhere } = bySupport;
    await tellTwoFactorChanged(tx, ctx, { userId: id, change: "two_factor_off", origin: nowhere, by, now });
    const target = { type: "user", id } as const;
    const act = { actor, origin, action: "two_factor_reset", target, userId: id, reason } as const;
    await recordAudit(tx, { ...act, now });
    return { userId: id, changed: true };
  });
  await clearCodes(db, userId);
  return { changed };
}
