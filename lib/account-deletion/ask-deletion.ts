import { revokeAllApiKeys } from "@/lib/api-keys";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { formatDateTime } from "@/lib/shared/format";
import { findLiveSubscription } from "@/lib/subscriptions";
import { getUserEmail } from "@/lib/users";
import { PlanLive } from "./errors";
import { deletesAtOf } from "./policy";
import { deleteOtherSessions, markAsked } from "./repository";

interface Asked {
  userId: string;
  /** The session that stays, to take it back. */
  sessionId: string;
  origin: EventOrigin;
}

/**
 * Begins the 14 days after which an account is deleted. Every other session and every API key ends at once, and the
 * owner is told by mail. Idempotent: asking again changes nothing.
 * @throws PlanLive
 */
export async function askDeletion(
  { db, systemClock, appUrl }: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { userId, sessionId, origin }: Asked,
): Promise<void> {
  await db.transaction(async (tx) => {
    const now = systemClock.now();
    if (await findLiveSubscription(tx, userId)) throw new PlanLive();
    if (await markAsked(tx, userId, now)) return;
    await deleteOtherSessions(tx, userId, sessionId);
    await revokeAllApiKeys(tx, { userId, now });
    await recordSecurityEvent(tx, { userId, kind: "account_deletion_asked", origin, now });
    const props = { deletesAt: formatDateTime(deletesAtOf(now)), undoUrl: `${appUrl}/settings/account` };
    await queueEmail(tx, {
      to: await getUserEmail(tx, userId),
      message: { template: "deletion-asked", props },
      key: `deletion-asked:${userId}:${now.getTime()}`,
      userId,
    });
  });
}
