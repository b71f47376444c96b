import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { NotViewable } from "./errors";
import { isViewable, setViewing } from "./repository";

const viewingMs = 30 * 60 * 1000;

interface Viewing {
  /** As whom. */
  userId: string;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * For half an hour this session of an admin shows QuickScale as a member sees it, and can change nothing, neither
 * theirs nor the admin's own. Each page that it shows is written down. Another member takes the place of the first.
 * @throws NotViewable for admins, deleted people, and who asks without being an admin
 */
export async function startViewing(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  { userId, reason, origin }: Viewing,
): Promise<void> {
  if (actor.kind !== "user" || actor.role !== "admin" || !isUuid(userId)) throw new NotViewable();
  const { userId: adminId, sessionId } = actor;
  const now = systemClock.now();
  const until = new Date(now.getTime() + viewingMs);
  await db.transaction(async (tx) => {
    if (!(await isViewable(tx, userId))) throw new NotViewable();
    const viewing = { id: userId, until };
    if (!(await setViewing(tx, { sessionId, userId: adminId, viewing }))) throw new NotViewable();
    await recordAudit(tx, {
      ...{ actor, origin, action: "user_viewed_as", target: { type: "user", id: userId }, userId, reason },
      ...{ after: { until }, now },
    });
  });
}
