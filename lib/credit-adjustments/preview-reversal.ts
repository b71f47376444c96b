import { randomUUID } from "node:crypto";
import type { Database, Db } from "@/lib/db";
import { isUuid } from "@/lib/shared/is-uuid";
import { beginSupportAct } from "@/lib/users";
import { applyReversal } from "./apply-reversal";
import type { AdjustmentContext } from "./context";
import { AdjustmentNotFound } from "./errors";
import { tokenOf } from "./policy";
import { findAdjustment } from "./queries";
import type { AdjustmentPlan, ReversalPreview } from "./types";

/** Does the work and takes it all back. */
async function withoutEffect<T>(db: Database, work: (tx: Db) => Promise<T>): Promise<T> {
  const rollback = new Error("Only a preview.");
  const outcome: { value?: T } = {};
  try {
    await db.transaction(async (tx) => {
      outcome.value = await work(tx);
      throw rollback;
    });
  } catch (error) {
    if (error !== rollback) throw error;
  }
  return outcome.value as T;
}

/**
 * What `reverseAdjustment` would do: does it, looks, and takes it back.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AdjustmentNotFound | NotReversible
 */
export async function previewReversal(
  ctx: AdjustmentContext,
  { userId, adjustmentId, asDebt }: { userId: string; adjustmentId: string; asDebt: boolean },
): Promise<ReversalPreview> {
  return withoutEffect(ctx.db, async (tx) => {
    await beginSupportAct(tx, ctx.actor, userId);
    const adjustment = isUuid(adjustmentId) ? await findAdjustment(tx, { userId, id: adjustmentId }) : null;
    if (!adjustment) throw new AdjustmentNotFound();
    const reversal = { id: randomUUID(), userId, adjustment, asDebt, note: null };
    const { standing, usedMilli, done } = await applyReversal(ctx, tx, reversal);
    const plan: AdjustmentPlan = done
      ? { outcome: "possible", ...done.effect }
      : { outcome: "refused", refusal: "nothing_left", availableMilli: 0n, missingMilli: usedMilli };
    return { adjustment, usedMilli, plan, token: tokenOf(standing, { adjustmentId: adjustment.id, asDebt }) };
  });
}
