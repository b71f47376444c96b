import type { AppContext } from "@/lib/context";
import { freezeLot, unfreezeLot } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { clawBack, giveBack, type ReturnedPayment } from "@/lib/refunds";
import { effectOf, lossOf } from "./policy";
import { getRefundedMinor, listDisputesOf, listLotKeys, updateDispute, type DisputeRow } from "./repository";

type Context = Pick<AppContext, "clock">;

interface Matter {
  dispute: DisputeRow;
  payment: ReturnedPayment;
}

/** An effect that was undone and comes again is another one, with keys of its own in the ledger. */
const keyOf = ({ id, turns }: DisputeRow) => `dispute:${id}:${turns}`;

const changeOf = ({ dispute, payment }: Matter, words: string) => ({
  payment,
  key: keyOf(dispute),
  reference: `dispute:${dispute.id}`,
  words,
});

/** Freezes what the payment bought, lots that came later included. @returns the credits that are frozen now */
async function freeze(ctx: Context, tx: Db, { dispute, payment }: Matter): Promise<bigint> {
  let frozenMilli = 0n;
  for (const lotKey of await listLotKeys(tx, payment.id)) {
    const { parts } = await freezeLot(
      { db: tx, clock: ctx.clock },
      {
        userId: payment.userId,
        lotKey,
        key: `${keyOf(dispute)}:${lotKey}:freeze`,
        reference: `dispute:${dispute.id}`,
        description: "Dispute opened",
      },
    );
    frozenMilli += parts.reduce((sum, { creditsMilli }) => sum + creditsMilli, 0n);
  }
  if (!dispute.frozenAt) await updateDispute(tx, dispute.id, { frozenAt: ctx.clock.now() });
  return frozenMilli;
}

/** Lots that another dispute freezes stay frozen for that one. */
async function unfreeze(ctx: Context, tx: Db, { dispute, payment }: Matter): Promise<DisputeRow> {
  const others = await listDisputesOf(tx, payment.id);
  const stays = others.some(({ id, frozenAt }) => id !== dispute.id && frozenAt !== null);
  for (const lotKey of stays ? [] : await listLotKeys(tx, payment.id)) {
    await unfreezeLot(
      { db: tx, clock: ctx.clock },
      {
        userId: payment.userId,
        lotKey,
        key: `${keyOf(dispute)}:${lotKey}:unfreeze`,
        reference: `dispute:${dispute.id}`,
        description: "Dispute closed",
      },
    );
  }
  return updateDispute(tx, dispute.id, { frozenAt: null, turns: { increment: 1 } });
}

async function takeBack(ctx: Context, tx: Db, matter: Matter): Promise<void> {
  const { dispute, payment } = matter;
  const others = (await listDisputesOf(tx, payment.id)).filter(({ id }) => id !== dispute.id);
  const otherLossesMinor = others
    .filter(({ clawedAt }) => clawedAt !== null)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const refundedMinor = await getRefundedMinor(tx, payment.id);
  const amountMinor = lossOf(dispute.amountMinor, {
    amountMinor: payment.amountMinor,
    refundedMinor,
    otherLossesMinor,
  });
  const clawback = await clawBack(ctx, tx, { ...changeOf(matter, "Dispute lost"), amountMinor });
  if (clawback) await updateDispute(tx, dispute.id, { ...clawback, clawedAt: ctx.clock.now() });
}

async function undoClawback(ctx: Context, tx: Db, matter: Matter): Promise<DisputeRow> {
  await giveBack(ctx, tx, changeOf(matter, "Dispute won"));
  const none = { clawedAt: null, clawedMilli: 0n, debtMilli: 0n };
  return updateDispute(tx, matter.dispute.id, { ...none, turns: { increment: 1 } });
}

/**
 * Makes the credits follow the dispute's state: frozen while it is open, taken back when it is lost, free when it is
 * won. Idempotent; what an earlier state did and this one does not is undone first. Needs the user's billing lock.
 * @returns the credits that are frozen for it
 */
export async function applyEffect(ctx: Context, tx: Db, { dispute, payment }: Matter): Promise<bigint> {
  const effect = effectOf(dispute.status);
  let row = dispute;
  if (row.frozenAt && effect !== "freeze") row = await unfreeze(ctx, tx, { dispute: row, payment });
  if (row.clawedAt && effect !== "claw_back") row = await undoClawback(ctx, tx, { dispute: row, payment });
  if (effect === "freeze") return freeze(ctx, tx, { dispute: row, payment });
  if (effect === "claw_back" && !row.clawedAt) await takeBack(ctx, tx, { dispute: row, payment });
  return 0n;
}
