import { createHash } from "node:crypto";
import type { AppContext } from "@/lib/context";
import { previewRevocation } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { needsApproval } from "./needs-approval";
import { amountToRefund, leftMinorOf, type Refundable } from "./policy";
import { readPaidLots } from "./repository";
import { shareOut } from "./share-out";
import type { RefundCredits, RefundPreview } from "./types";

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

/** A digest of all that a person sees before they confirm. */
function tokenOf(seen: Omit<RefundPreview, "token">, credits: RefundCredits): string {
  const text = JSON.stringify([seen, credits], (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return createHash("sha256").update(text).digest("base64url");
}

interface Asked {
  payment: Refundable & { id: string; userId: string };
  amountMinor?: bigint | undefined;
  currency?: string | undefined;
  credits: RefundCredits;
  /** Who would give it back alone; null where a second admin looks already. */
  adminId: string | null;
}

/**
 * What a refund would do to money and credits.
 * @throws PaymentNotRefundable, RefundTooLarge, RefundCurrencyDiffers
 */
export async function computePreview(
  ctx: Pick<AppContext, "clock"> & { db: Db },
  { payment, adminId, ...asked }: Asked,
): Promise<RefundPreview> {
  const amountMinor = amountToRefund(payment, asked);
  const { id: paymentId, userId, currency } = payment;
  const leftMinor = leftMinorOf(payment);
  const lots = asked.credits === "keep" ? [] : await readPaidLots(ctx.db, payment);
  let credits = nothing;
  for (const [index, share] of shareOut(lots, amountMinor).entries()) {
    const lotKey = lots[index]?.lotKey;
    if (!lotKey || share === 0n) continue;
    const take = { amountMinor: share, currency };
    credits = add(credits, await previewRevocation(ctx, { userId, lotKey, take }));
  }
  const money = { amountMinor, currency, leftMinor, leftAfterMinor: leftMinor - amountMinor };
  const waits =
    adminId !== null && (await needsApproval(ctx.db, { adminId, paymentId, amountMinor, currency }));
  const seen = { ...money, ...credits, needsApproval: waits };
  return { ...seen, token: tokenOf(seen, asked.credits) };
}
