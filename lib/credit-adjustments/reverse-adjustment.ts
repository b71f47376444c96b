import { recordAudit } from "@/lib/audit";
import type { Db } from "@/lib/db";
import { isUuid } from "@/lib/shared/is-uuid";
import { beginSupportAct } from "@/lib/users";
import { applyReversal } from "./apply-reversal";
import type { AdjustmentContext, Confirmation } from "./context";
import { AdjustmentKeyConflict, AdjustmentNotFound, AdjustmentRefused, AdjustmentStale } from "./errors";
import { entryKey, tokenOf } from "./policy";
import { findAdjustment, findByKey } from "./queries";
import { insertAdjustment } from "./repository";
import type { Adjustment } from "./types";

type Asked = Confirmation & {
  adjustmentId: string;
  asDebt: boolean;
  note: string | null;
};

async function wasDone(tx: Db, { id, adjustmentId }: Asked): Promise<boolean> {
  const known = await findByKey(tx, id);
  if (known && known.reversesId !== adjustmentId) throw new AdjustmentKeyConflict();
  return known !== null;
}

async function getAdjustment(tx: Db, { userId, adjustmentId: id }: Asked): Promise<Adjustment> {
  const adjustment = isUuid(id) ? await findAdjustment(tx, { userId, id }) : null;
  if (!adjustment) throw new AdjustmentNotFound();
  return adjustment;
}

/**
 * Undoes one adjustment by an entry of its own, exactly as previewed. Idempotent by `id`; an adjustment is undone once,
 * whatever the id.
 * @returns whether anything was done now
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AdjustmentNotFound | NotReversible | AdjustmentStale |
 * AdjustmentRefused | AdjustmentKeyConflict
 */
export async function reverseAdjustment(ctx: AdjustmentContext, asked: Asked): Promise<{ done: boolean }> {
  const { id, userId, asDebt, note, token, reason, origin } = asked;
  return ctx.db.transaction(async (tx) => {
    const { adminId: actorId } = await beginSupportAct(tx, ctx.actor, userId);
    if (await wasDone(tx, asked)) return { done: false };
    const adjustment = await getAdjustment(tx, asked);
    const { standing, usedMilli, done } = await applyReversal(ctx, tx, {
      ...{ id, userId, adjustment, asDebt, note },
    });
    if (tokenOf(standing, { adjustmentId: adjustment.id, asDebt }) !== token) throw new AdjustmentStale();
    if (!done) {
      const refused = { outcome: "refused", refusal: "nothing_left", availableMilli: 0n } as const;
      throw new AdjustmentRefused({ ...refused, missingMilli: usedMilli });
    }
    const { receipt, amountMilli, effect } = done;
    const { seq: entrySeq, deltaMilli, debtDeltaMilli } = receipt;
    await insertAdjustment(tx, {
      ...{ id, userId, actorId, act: "reverse", amountMilli, expiresAt: null, asDebt, reason, note },
      ...{ reversesId: adjustment.id, entrySeq, deltaMilli, debtDeltaMilli, createdAt: ctx.clock.now() },
    });
    const { spendable, debt } = effect;
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "credits_adjustment_reversed" },
      ...{ target: { type: "credit_entry", id: entryKey(adjustment.id) }, userId, reason },
      before: { spendableMilli: spendable.beforeMilli, debtMilli: debt.beforeMilli },
      after: { spendableMilli: spendable.afterMilli, debtMilli: debt.afterMilli, asDebt, note },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}
