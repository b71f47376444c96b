import { giveUpWithoutSession } from "@/lib/checkout";
import type { Db } from "@/lib/db";
import { findDefaultCard } from "@/lib/payment-methods";
import { lockBilling } from "@/lib/payments";
import {
  PaymentGatewayError,
  PaymentGatewayUnavailable,
  PaymentKeyReused,
  PaymentObjectMissing,
  PaymentRequestRefused,
} from "@/lib/ports/payment-gateway-errors";
import type { TopUpContext } from "./context";
import { keyLivesMs } from "./lease";
import { toRefused } from "./messages";
import { readVerdict } from "./read-verdict";
import { endTopUp, unclaim, type PendingTopUp } from "./repository";
import { convergeTopUp } from "./settle-top-up";
import { stopTopUp } from "./stop-top-up";

const isBusy = (error: unknown) => error instanceof PaymentGatewayError && error.meta.statusCode === 409;

/** Stripe says no for good. A key in use is another process that asks for the same right now. */
function isRefusal(error: unknown): error is PaymentRequestRefused {
  const busy = error instanceof PaymentKeyReused || isBusy(error);
  return error instanceof PaymentRequestRefused && !busy;
}

/** Stripe has kept a 500 under the key and would repeat it for a day; it made no payment. */
const isStuck = (error: unknown) =>
  error instanceof PaymentGatewayUnavailable && error.meta.replayed === true;

interface Drop {
  failureCode: string;
  /** Written with it. */
  then?: (tx: Db) => Promise<void>;
}

/** Ends a purchase that no payment came of. Nothing was charged, so that one may be begun anew. */
async function drop(ctx: TopUpContext, topUp: PendingTopUp, { failureCode, then }: Drop): Promise<void> {
  const { id, userId, checkoutId } = topUp;
  await ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    const now = ctx.clock.now();
    if (!(await endTopUp(tx, { id, status: "failed", failureCode, now }))) return;
    await giveUpWithoutSession(tx, { checkoutId, now });
    await then?.(tx);
  });
}

/** Stripe does not even try this card: it was removed a moment ago, or cannot be charged like this. */
async function refuse(ctx: TopUpContext, topUp: PendingTopUp, refusal: PaymentRequestRefused): Promise<void> {
  const { id, userId } = topUp;
  ctx.log.warn({ err: refusal, topUpId: id }, "Stripe refused to charge a saved card");
  const { stripeCode } = refusal.meta;
  await drop(ctx, topUp, {
    failureCode: typeof stripeCode === "string" ? stripeCode : "refused",
    then(tx) {
      const because = refusal instanceof PaymentObjectMissing ? "no_card" : "declined";
      const message = toRefused(ctx.appUrl, { topUp, reason: null, now: ctx.clock.now() });
      return stopTopUp(ctx, tx, { userId, because, key: `top-up-failed:${id}`, message });
    },
  });
}

async function charge({ payments }: TopUpContext, topUp: PendingTopUp): Promise<string> {
  const { id, checkout, stripePaymentMethodId: paymentMethodId, ...rest } = topUp;
  const { paymentIntentId } = await payments.chargeSavedCard({
    ...{ idempotencyKey: `topup:${id}`, checkoutId: rest.checkoutId, userId: rest.userId },
    ...{ stripeCustomerId: rest.stripeCustomerId, paymentMethodId },
    ...{ amountMinor: rest.amountMinor, currency: rest.currency },
    ...{ creditsMilli: checkout.creditsMilli, description: checkout.itemName },
  });
  return paymentIntentId;
}

/** Lets others take it up at once, unless Stripe may be at it still: what is being charged must not be dropped. */
async function release({ db }: TopUpContext, { id }: PendingTopUp, error: unknown): Promise<void> {
  const silent = error instanceof PaymentGatewayUnavailable && error.meta.statusCode === undefined;
  if (!silent && !isBusy(error)) await unclaim(db, id);
}

/** Charges the card and writes what came of it. What Stripe says no to afterwards is no refusal: the money is there. */
async function buy(ctx: TopUpContext, topUp: PendingTopUp): Promise<void> {
  let paymentIntentId: string;
  try {
    paymentIntentId = await charge(ctx, topUp);
  } catch (error) {
    if (isRefusal(error)) return refuse(ctx, topUp, error);
    throw error;
  }
  await convergeTopUp(ctx, topUp, paymentIntentId);
}

/**
 * Charges the card for a purchase that has just been written down, and writes what came of it.
 * @throws PaymentGatewayError, to be tried again
 */
export async function sendTopUp(ctx: TopUpContext, topUp: PendingTopUp): Promise<void> {
  try {
    await buy(ctx, topUp);
  } catch (error) {
    await release(ctx, topUp, error);
    throw error;
  }
}

/** What Stripe made of it; null also where it no longer knows the customer. */
async function findMade({ payments }: TopUpContext, topUp: PendingTopUp): Promise<string | null> {
  const { checkoutId, stripeCustomerId, createdAt: since, stripePaymentIntentId } = topUp;
  if (stripePaymentIntentId) return stripePaymentIntentId;
  try {
    const made = await payments.findPaymentOfCheckout({ checkoutId, stripeCustomerId, since });
    return made?.paymentIntentId ?? null;
  } catch (error) {
    if (error instanceof PaymentObjectMissing) return null;
    throw error;
  }
}

/** Still called for, exactly as it was written down, with the same default card. */
async function isWanted(ctx: TopUpContext, topUp: PendingTopUp): Promise<boolean> {
  const { db, clock } = ctx;
  const age = clock.now().getTime() - topUp.createdAt.getTime();
  if (age > keyLivesMs) return false;
  const card = await findDefaultCard(ctx, topUp.userId);
  if (card?.paymentMethodId !== topUp.stripePaymentMethodId) return false;
  const verdict = await readVerdict(db, clock, { userId: topUp.userId, begun: topUp });
  if (verdict.act !== "buy") return false;
  const { price, creditsMilli } = verdict.pack;
  return (
    price.amountMinor === topUp.amountMinor &&
    price.currency === topUp.currency &&
    creditsMilli === topUp.checkout.creditsMilli
  );
}

/**
 * Takes up a purchase that was begun and left. What Stripe made of it is found by our id on it, so that one whose answer
 * was lost is never asked for twice; one that Stripe knows nothing of is asked for under its key, or dropped when it is
 * not called for any more.
 * @returns whether it was dropped, so that another may be begun
 * @throws PaymentGatewayError, to be tried again
 */
export async function resumeTopUp(ctx: TopUpContext, topUp: PendingTopUp): Promise<"ended" | "dropped"> {
  try {
    const made = await findMade(ctx, topUp);
    if (made) {
      await convergeTopUp(ctx, topUp, made);
      return "ended";
    }
    if (await isWanted(ctx, topUp)) {
      await buy(ctx, topUp);
      return "ended";
    }
  } catch (error) {
    if (!isStuck(error)) {
      await release(ctx, topUp, error);
      throw error;
    }
  }
  await drop(ctx, topUp, { failureCode: "not_sent" });
  return "dropped";
}
