import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { recordSecurityEvent } from "@/lib/security-log";
import { AdminProtected, bySupport, lockPerson, type OperatorsWord, type Person } from "@/lib/users";
import { deleteAll } from "./repository";
import { tellOwner } from "./tell-owner";

/**
 * For support, after making sure whose account it is: takes every passkey away and ends every session. Who has no other
 * way in signs in by a mailed link. The owner reads of it in their security log and in a mail. An admin's are not taken by
 * another admin. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AdminProtected
 */
export async function removeAllPasskeys(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl" | "actor">,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<{ passkeys: number }> {
  const { db, systemClock, actor } = ctx;
  return db.transaction(async (tx) => {
    const { id: userId, role } = await lockPerson(tx, actor, person);
    if (actor.kind === "user" && role === "admin") throw new AdminProtected();
    const passkeys = await deleteAll(tx, userId);
    if (passkeys === 0) return { passkeys };
    const now = systemClock.now();
    await recordSecurityEvent(tx, { userId, kind: "passkey_removed", ...bySupport, now });
    const name = passkeys === 1 ? "Your passkey" : `All ${passkeys} of your passkeys`;
    await tellOwner(tx, ctx, { template: "passkey-removed", userId, name: `${name}, by our support`, now });
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "passkeys_removed", target, userId, reason } as const;
    await recordAudit(tx, { ...act, after: { passkeys }, now });
    return { passkeys };
  });
}
