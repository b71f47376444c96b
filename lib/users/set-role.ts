import { recordAudit } from "@/lib/audit";
import { lockPerson, type Person } from "./lock-person";
import type { OperatorContext, OperatorsWord } from "./operator";
import { deleteSessionsOf, updateUser } from "./repository";
import type { Role } from "./types";

/**
 * Gives a person another role and ends all their sessions, so that no old session carries the new rights.
 * Idempotent: the role a person has already changes nothing.
 * @throws UserNotFound
 */
export async function setRole(
  { db, systemClock, actor }: OperatorContext,
  { role, reason = null, origin = null, ...person }: Person & OperatorsWord & { role: Role },
): Promise<{ changed: boolean }> {
  return db.transaction(async (tx) => {
    const { id: userId, role: before } = await lockPerson(tx, person);
    if (before === role) return { changed: false };
    const now = systemClock.now();
    await updateUser(tx, userId, { role, updatedAt: now });
    await deleteSessionsOf(tx, userId);
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "role_changed", target, userId, reason } as const;
    await recordAudit(tx, { ...act, before: { role: before }, after: { role }, now });
    return { changed: true };
  });
}
