import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { getDocumentFile } from "@/lib/documents";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { RefundForbidden, RefundRequestNotFound } from "./errors";
import { findCreditNote } from "./queries";

/**
 * The latest credit note of a refund as a file, for admins; the look is written down.
 * @throws RefundForbidden, RefundRequestNotFound where there is none
 */
export async function openCreditNote(
  ctx: Pick<AppContext, "db" | "actor" | "systemClock">,
  { refundId, origin }: { refundId: string; origin: AuditedAct["origin"] },
) {
  const { db, actor, systemClock } = ctx;
  requireAdmin(actor, RefundForbidden);
  const note = isUuid(refundId) ? await findCreditNote(db, refundId) : null;
  if (!note) throw new RefundRequestNotFound();
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "payment_viewed", target: { type: "refund", id: refundId } },
      ...{ userId: note.userId, after: { page: "credit_note", number: note.number } },
      now: systemClock.now(),
    }),
  );
  return getDocumentFile(ctx, note.id);
}
