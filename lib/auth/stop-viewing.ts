import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { setViewing } from "./repository";
import type { SessionUser } from "./types";

/** Ends the look at QuickScale as somebody else. Idempotent. @returns as whom it was */
export async function stopViewing(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { id: adminId, role, sessionId, viewing }: SessionUser,
  origin: AuditedAct["origin"],
): Promise<string | null> {
  if (!viewing) return null;
  const { id: userId } = viewing;
  await db.transaction(async (tx) => {
    await setViewing(tx, { sessionId, userId: adminId, viewing: null });
    await recordAudit(tx, {
      actor: { kind: "user", userId: adminId, role, sessionId },
      ...{ origin, action: "viewing_ended", target: { type: "user", id: userId }, userId },
      now: systemClock.now(),
    });
  });
  return userId;
}
