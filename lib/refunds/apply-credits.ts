import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { clawBack, giveBack } from "./claw-back";
import { isAccepted } from "./policy";
import { markRestored, saveClawback, type RefundRow, type ReturnedPayment } from "./repository";

/**
 * Makes the credits follow the refund's state, once: taken while the money is gone, given back when it turned out not
 * to be. Credits that are not there yet are taken when they come.
 * @returns the refund as it is then
 */
export async function applyCredits(
  ctx: Pick<AppContext, "clock">,
  tx: Db,
  { refund, payment }: { refund: RefundRow; payment: ReturnedPayment },
): Promise<RefundRow> {
  const { id, amountMinor, status, credits, clawedAt, restoredAt } = refund;
  const key = `refund:${id}`;
  const now = ctx.clock.now();
  if (isAccepted(status) && credits === "claw_back" && !clawedAt) {
    const given = { payment, amountMinor, key, reference: key, words: "Refund" };
    const clawback = await clawBack(ctx, tx, given);
    if (!clawback) return refund;
    await saveClawback(tx, id, { ...clawback, clawedAt: now });
    return { ...refund, ...clawback, clawedAt: now };
  }
  if (!isAccepted(status) && clawedAt && !restoredAt) {
    await giveBack(ctx, tx, { payment, key, reference: key, words: "Refund failed" });
    await markRestored(tx, id, now);
    return { ...refund, restoredAt: now };
  }
  return refund;
}
