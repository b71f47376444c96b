import { previewRestOfLot, putBackCredits, revokeCredits } from "@/lib/credits";
import type { Receipt } from "@/lib/credits/types";
import type { Db } from "@/lib/db";
import type { AdjustmentContext } from "./context";
import { NotReversible } from "./errors";
import { entryKey, entryWords, toEffect } from "./policy";
import { readStanding } from "./read-standing";
import { lockAccount } from "./repository";
import type { Adjustment, AdjustmentEffect, Standing } from "./types";

export interface Reversal {
  id: string;
  userId: string;
  adjustment: Adjustment;
  /** Of what was added: what is used already becomes debt; otherwise it is left. */
  asDebt: boolean;
  note: string | null;
}

interface Reversed {
  standing: Standing;
  usedMilli: bigint;
  /** Null where nothing of what was added can be taken back without making a debt. */
  done: { receipt: Receipt; amountMilli: bigint; effect: AdjustmentEffect } | null;
}

type Ledger = Pick<AdjustmentContext, "clock"> & { db: Db };

/** Takes back what is left of an addition; with `asDebt` all of it. */
async function takeBack(ledger: Ledger, { id, userId, adjustment, asDebt, note }: Reversal) {
  const lotKey = entryKey(adjustment.id);
  const rest = await previewRestOfLot(ledger, { userId, lotKey });
  const usedMilli = rest.reservedMilli + rest.debtMilli;
  const creditsMilli = asDebt ? rest.creditsMilli : rest.takenMilli + rest.alreadyExpiredMilli;
  if ((asDebt ? creditsMilli : rest.takenMilli) === 0n) return { usedMilli, amountMilli: 0n, receipt: null };
  const change = { userId, key: entryKey(id), description: entryWords("reverse", note) };
  const receipt = await revokeCredits(ledger, { ...change, lotKey, take: { creditsMilli } });
  return { usedMilli, amountMilli: creditsMilli, receipt };
}

async function giveBack(ledger: Ledger, { id, userId, adjustment, note }: Reversal) {
  const change = { userId, key: entryKey(id), description: entryWords("reverse", note) };
  const receipt = await putBackCredits(ledger, { ...change, removalKey: entryKey(adjustment.id) });
  return { usedMilli: 0n, amountMilli: adjustment.amountMilli, receipt };
}

/**
 * Undoes an adjustment in the caller's transaction; a preview rolls it back. What was added is taken from its own lot,
 * what was removed returns to the lots that it came from.
 * @throws NotReversible (undone before; an undoing; a debt that was forgiven)
 */
export async function applyReversal(
  { clock }: Pick<AdjustmentContext, "clock">,
  tx: Db,
  reversal: Reversal,
): Promise<Reversed> {
  const { userId, adjustment } = reversal;
  if (adjustment.act === "reverse" || adjustment.act === "forgive") throw new NotReversible("final");
  if (adjustment.reversedById) throw new NotReversible("reversed");
  await lockAccount(tx, userId);
  const standing = await readStanding({ clock }, tx, userId);
  const ledger = { db: tx, clock };
  const undone =
    adjustment.act === "add" ? await takeBack(ledger, reversal) : await giveBack(ledger, reversal);
  const { usedMilli, amountMilli, receipt } = undone;
  if (!receipt) return { standing, usedMilli, done: null };
  const after = await readStanding({ clock }, tx, userId);
  const moves = {
    spendableMilli: after.spendableMilli - standing.spendableMilli,
    debtMilli: after.debtMilli - standing.debtMilli,
  };
  return { standing, usedMilli, done: { receipt, amountMilli, effect: toEffect(standing, moves) } };
}
