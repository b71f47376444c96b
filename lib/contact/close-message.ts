import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { ContactForbidden, MessageNotFound } from "./errors";
import { lockMessage, setStatus } from "./repository";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

interface Closing {
  id: string;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Lays a message to rest. One that is closed already is left alone; an answer opens it again.
 * @throws ContactForbidden, MessageNotFound
 */
export async function closeMessage(ctx: Context, { id, reason, origin }: Closing): Promise<void> {
  const { actor } = ctx;
  requireAdmin(actor, ContactForbidden);
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) throw new MessageNotFound();
    const { status, userId } = message;
    if (status === "closed") return;
    await setStatus(tx, id, { status: "closed", now });
    await recordAudit(tx, {
      ...{ actor, origin, action: "message_closed", reason, now, target: { type: "message", id }, userId },
      ...{ before: { status }, after: { status: "closed" } },
    });
  });
}
