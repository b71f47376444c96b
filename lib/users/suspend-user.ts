import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent } from "@/lib/security-log";
import { formatDateTime } from "@/lib/shared/format";
import { LastAdmin } from "./errors";
import { lockPerson, type Person } from "./lock-person";
import { bySupport, type OperatorContext, type OperatorsWord } from "./operator";
import { deleteSessionsOf, lockAdmins, updateUser } from "./repository";

type Suspension = Person & OperatorsWord;
type Context = OperatorContext & Pick<AppContext, "appUrl">;

/**
 * Keeps a person out, whatever way they try, and ends their sessions. Their API keys open nothing meanwhile; plan, credits
 * and data stay as they are. They are told by mail. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | LastAdmin
 */
export function suspendUser(
  { db, systemClock, actor }: OperatorContext,
  { reason = null, origin = null, ...person }: Suspension,
): Promise<{ changed: boolean }> {
  return db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const { id: userId, email, suspendedAt } = await lockPerson(tx, actor, person);
    if (suspendedAt) return { changed: false };
    if (actor.kind === "user" && admins.every((id) => id === userId)) throw new LastAdmin();
    const now = systemClock.now();
    await updateUser(tx, userId, { suspendedAt: now, updatedAt: now });
    await deleteSessionsOf(tx, userId);
    await recordSecurityEvent(tx, { userId, kind: "account_suspended", ...bySupport, now });
    const message = { template: "account-suspended" as const, props: { changedAt: formatDateTime(now) } };
    await queueEmail(tx, { to: email, message, key: `account-suspended:${userId}:${now.getTime()}`, userId });
    const target = { type: "user", id: userId } as const;
    await recordAudit(tx, { actor, origin, action: "user_suspended", target, userId, reason, now });
    return { changed: true };
  });
}

/**
 * Lets a suspended person in again; they sign in anew. They are told by mail. Idempotent.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export function restoreUser(
  { db, systemClock, actor, appUrl }: Context,
  { reason = null, origin = null, ...person }: Suspension,
): Promise<{ changed: boolean }> {
  return db.transaction(async (tx) => {
    const { id: userId, email, suspendedAt } = await lockPerson(tx, actor, person);
    if (!suspendedAt) return { changed: false };
    const now = systemClock.now();
    await updateUser(tx, userId, { suspendedAt: null, updatedAt: now });
    await recordSecurityEvent(tx, { userId, kind: "account_restored", ...bySupport, now });
    const props = { changedAt: formatDateTime(now), signInUrl: `${appUrl}/sign-in` };
    const message = { template: "account-restored" as const, props };
    await queueEmail(tx, { to: email, message, key: `account-restored:${userId}:${now.getTime()}`, userId });
    const target = { type: "user", id: userId } as const;
    await recordAudit(tx, { actor, origin, action: "user_restored", target, userId, reason, now });
    return { changed: true };
  });
}
