import { recordAudit } from "@/lib/audit";
import { recordSecurityEvent } from "@/lib/security-log";
import { lockPerson, type Person } from "./lock-person";
import { bySupport, type OperatorContext, type OperatorsWord } from "./operator";
import { deleteSessionsOf } from "./repository";

/**
 * Signs a person out everywhere, on an operator's word. Idempotent.
 * @returns how many sessions ended
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export function endSessionsOf(
  { db, systemClock, actor }: OperatorContext,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<{ sessions: number }> {
  return db.transaction(async (tx) => {
    const { id: userId } = await lockPerson(tx, actor, person);
    const now = systemClock.now();
    const sessions = await deleteSessionsOf(tx, userId);
    if (sessions > 0) await recordSecurityEvent(tx, { userId, kind: "sessions_ended", ...bySupport, now });
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "sessions_ended", target, userId, reason } as const;
    await recordAudit(tx, { ...act, after: { sessions }, now });
    return { sessions };
  });
}
