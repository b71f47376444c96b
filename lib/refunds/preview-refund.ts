import type { AppContext } from "@/lib/context";
import { previewRevocation } from "@/lib/credits";
import { PaymentNotFound } from "./errors";
import { amountToRefund, leftMinorOf } from "./policy";
import { findRefundable, readPaidLots } from "./repository";
import { requireAdmin } from "./require-admin";
import type { PreviewRefundInput } from "./schema";
import { shareOut } from "./share-out";
import type { RefundPreview } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "actor">;
type Credits = Pick<
  RefundPreview,
  "creditsMilli" | "takenMilli" | "reservedMilli" | "alreadyExpiredMilli" | "debtMilli"
>;

const nothing: Credits = {
  creditsMilli: 0n,
  takenMilli: 0n,
  reservedMilli: 0n,
  alreadyExpiredMilli: 0n,
  debtMilli: 0n,
};

const add = (a: Credits, b: Credits): Credits => ({
  creditsMilli: a.creditsMilli + b.creditsMilli,
  takenMilli: a.takenMilli + b.takenMilli,
  reservedMilli: a.reservedMilli + b.reservedMilli,
  alreadyExpiredMilli: a.alreadyExpiredMilli + b.alreadyExpiredMilli,
  debtMilli: a.debtMilli + b.debtMilli,
});

/**
 * What a refund would give back and take, without doing it, by the computation that does it. Credits that are spent
 * between the two become debt.
 *
 * @throws RefundForbidden, PaymentNotFound, PaymentNotRefundable, RefundTooLarge, RefundCurrencyDiffers
 */
export async function previewRefund(ctx: Context, input: PreviewRefundInput): Promise<RefundPreview> {
  requireAdmin(ctx.actor);
  const payment = await findRefundable(ctx.db, input.paymentId);
  if (!payment) throw new PaymentNotFound();
  const amountMinor = amountToRefund(payment, input);
  const { userId, currency } = payment;
  const leftMinor = leftMinorOf(payment);
  const lots = input.credits === "keep" ? [] : await readPaidLots(ctx.db, payment);
  let credits = nothing;
  for (const [index, share] of shareOut(lots, amountMinor).entries()) {
    const lotKey = lots[index]?.lotKey;
    if (!lotKey || share === 0n) continue;
    const take = { amountMinor: share, currency };
    credits = add(credits, await previewRevocation(ctx, { userId, lotKey, take }));
  }
  return { amountMinor, currency, leftMinor, leftAfterMinor: leftMinor - amountMinor, ...credits };
}
