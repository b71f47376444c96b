import { recordAudit } from "@/lib/audit";
import { forgiveDebt, grantCredits, removeCredits } from "@/lib/credits";
import type { Receipt } from "@/lib/credits/types";
import type { Db } from "@/lib/db";
import { beginSupportAct } from "@/lib/users";
import type { AdjustmentContext, Confirmation } from "./context";
import { AdjustmentKeyConflict, AdjustmentRefused, AdjustmentStale } from "./errors";
import { entryKey, entryWords, planAdjustment, tokenOf } from "./policy";
import { findByKey } from "./queries";
import { readStanding } from "./read-standing";
import { insertAdjustment, lockAccount } from "./repository";
import type { AdjustmentEffect, AdjustmentWish } from "./types";

type Asked = Confirmation & { wish: AdjustmentWish };

/** The wish as its row keeps it: what does not belong to its act counts for nothing. */
function toRow({ act, creditsMilli, expiresAt, asDebt, note }: AdjustmentWish) {
  return {
    ...{ act, amountMilli: creditsMilli, note },
    ...{ expiresAt: act === "add" ? expiresAt : null, asDebt: act === "remove" && asDebt },
  };
}

async function wasDone(tx: Db, { id, userId, wish }: Asked): Promise<boolean> {
  const known = await findByKey(tx, id);
  if (!known) return false;
  const { act, amountMilli, expiresAt, asDebt, note } = toRow(wish);
  const same =
    known.userId === userId &&
    known.act === act &&
    known.amountMilli === amountMilli &&
    known.expiresAt?.getTime() === expiresAt?.getTime() &&
    known.asDebt === asDebt &&
    known.note === note;
  if (!same) throw new AdjustmentKeyConflict();
  return true;
}

function writeEntry(ctx: AdjustmentContext, tx: Db, { id, userId, wish }: Asked): Promise<Receipt> {
  const { act, creditsMilli, note } = wish;
  const change = { userId, key: entryKey(id), creditsMilli, description: entryWords(act, note) };
  const ledger = { db: tx, clock: ctx.clock };
  if (act === "forgive") return forgiveDebt(ledger, change);
  if (act === "remove") return removeCredits(ledger, { ...change, asDebt: wish.asDebt });
  return grantCredits(ledger, { ...change, kind: "admin", expiresAt: wish.expiresAt });
}

/** What was confirmed is what happened, or nothing does. */
function assertAsPlanned({ spendable, debt }: AdjustmentEffect, receipt: Receipt): void {
  const planned = spendable.changeMilli - debt.changeMilli;
  if (receipt.deltaMilli !== planned || receipt.debtDeltaMilli !== debt.changeMilli)
    throw new Error("The ledger did other than was planned.");
}

/**
 * Adds, removes or forgives credits on an admin's word, exactly as previewed. Idempotent by `id`, for ever.
 * @returns whether anything was done now
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AdjustmentStale | AdjustmentRefused | AdjustmentKeyConflict
 */
export async function adjustCredits(ctx: AdjustmentContext, asked: Asked): Promise<{ done: boolean }> {
  const { id, userId, wish, token, reason, origin } = asked;
  return ctx.db.transaction(async (tx) => {
    const { adminId: actorId } = await beginSupportAct(tx, ctx.actor, userId);
    if (await wasDone(tx, asked)) return { done: false };
    await lockAccount(tx, userId);
    const standing = await readStanding(ctx, tx, userId);
    if (tokenOf(standing, wish) !== token) throw new AdjustmentStale();
    const plan = planAdjustment(standing, wish, ctx.clock.now());
    if (plan.outcome === "refused") throw new AdjustmentRefused(plan);
    const receipt = await writeEntry(ctx, tx, asked);
    assertAsPlanned(plan, receipt);
    const { seq: entrySeq, deltaMilli, debtDeltaMilli } = receipt;
    const row = { id, userId, actorId, ...toRow(wish), reason, reversesId: null };
    await insertAdjustment(tx, { ...row, entrySeq, deltaMilli, debtDeltaMilli, createdAt: ctx.clock.now() });
    const { spendable, debt } = plan;
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: wish.act === "forgive" ? "debt_forgiven" : "credits_adjusted" },
      ...{ target: { type: "credit_entry", id: entryKey(id) }, userId, reason },
      before: { spendableMilli: spendable.beforeMilli, debtMilli: debt.beforeMilli },
      after: {
        ...{ spendableMilli: spendable.afterMilli, debtMilli: debt.afterMilli },
        ...{ act: wish.act, creditsMilli: wish.creditsMilli, expiresAt: row.expiresAt, note: wish.note },
      },
      now: ctx.systemClock.now(),
    });
    return { done: true };
  });
}
