import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent } from "@/lib/security-log";
import { formatDateTime } from "@/lib/shared/format";
import { LastAdmin } from "./errors";
import { lockPerson, type Person } from "./lock-person";
import { bySupport, type OperatorContext, type OperatorsWord } from "./operator";
import { deleteSessionsOf, lockAdmins, updateUser } from "./repository";
import { tellOfNewAdmin } from "./tell-of-new-admin";
import type { Role } from "./types";

/**
 * Gives a person another role and ends all their sessions, so that no old session carries the new rights. They are told
 * by mail, and so are the other admins of a new one. The last admin who can sign in stays one, also when two take the role from each other at once.
 * Idempotent: the role a person has already changes nothing.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | LastAdmin
 */
export async function setRole(
  { db, systemClock, actor, appUrl }: OperatorContext & Pick<AppContext, "appUrl">,
  { role, reason = null, origin = null, ...person }: Person & OperatorsWord & { role: Role },
): Promise<{ changed: boolean }> {
  return db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const { id: userId, email, role: before } = await lockPerson(tx, actor, person);
    if (before === role) return { changed: false };
    if (role === "member" && admins.every((id) => id === userId)) throw new LastAdmin();
    const now = systemClock.now();
    await updateUser(tx, userId, { role, updatedAt: now });
    await deleteSessionsOf(tx, userId);
    await recordSecurityEvent(tx, { userId, kind: "role_changed", ...bySupport, now });
    const props = { role, changedAt: formatDateTime(now), signInUrl: `${appUrl}/sign-in` };
    const message = { template: "role-changed" as const, props };
    await queueEmail(tx, { to: email, message, key: `role-changed:${userId}:${now.getTime()}`, userId });
    if (role === "admin") {
      await tellOfNewAdmin(tx, { userId, email, actor, auditUrl: `${appUrl}/admin/audit?of=${userId}`, now });
    }
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "role_changed", target, userId, reason } as const;
    await recordAudit(tx, { ...act, before: { role: before }, after: { role }, now });
    return { changed: true };
  });
}
