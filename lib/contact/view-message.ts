import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { ContactForbidden, MessageNotFound } from "./errors";
import { readMessage } from "./queries";
import type { MessageDetail } from "./types";

/**
 * A message with its answers. Each look is on record.
 * @throws ContactForbidden, MessageNotFound
 */
export async function viewMessage(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  { id, origin }: { id: string; origin: AuditedAct["origin"] },
): Promise<MessageDetail> {
  requireAdmin(actor, ContactForbidden);
  const message = isUuid(id) ? await readMessage(db, id) : null;
  if (!message) throw new MessageNotFound();
  const { userId } = message;
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "message_viewed", target: { type: "message", id }, userId },
      now: systemClock.now(),
    }),
  );
  return message;
}
