import { v7 as uuidv7 } from "uuid";
import type { PackForSale } from "@/lib/catalog/types";
import { beginWithoutSession } from "@/lib/checkout";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { findDefaultCard } from "@/lib/payment-methods";
import type { DefaultCard } from "@/lib/payment-methods/types";
import { lockBilling } from "@/lib/payments";
import { getUserEmail } from "@/lib/users";
import type { TopUpContext } from "./context";
import { leaseMs } from "./lease";
import { toCapped, toOff, type OffBecause } from "./messages";
import { monthOf } from "./policy";
import { readVerdict } from "./read-verdict";
import { insertTopUp, noteCapped, type PendingTopUp } from "./repository";
import { stopTopUp } from "./stop-top-up";
import type { AutoTopUp } from "./types";

interface Purchase {
  userId: string;
  episode: number;
  pack: PackForSale;
  card: DefaultCard;
}

async function write(
  { clock, systemClock }: TopUpContext,
  tx: Db,
  { userId, episode, pack, card }: Purchase,
): Promise<PendingTopUp> {
  const now = clock.now();
  const { id: checkoutId } = await beginWithoutSession(tx, { userId, pack, now });
  const { amountMinor, currency } = pack.price;
  return insertTopUp(tx, {
    ...{ id: uuidv7(), userId, episode, checkoutId, amountMinor, currency, createdAt: now },
    ...{ stripeCustomerId: card.stripeCustomerId, stripePaymentMethodId: card.paymentMethodId },
    ...{ cardLabel: card.label, claimedUntil: new Date(systemClock.now().getTime() + leaseMs) },
  });
}

interface Matter {
  userId: string;
  settings: AutoTopUp;
}

async function wait(ctx: TopUpContext, tx: Db, { userId, settings }: Matter): Promise<void> {
  const { endsAt: until, name } = monthOf(ctx.clock.now());
  await noteCapped(tx, userId, until);
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    key: `top-up-capped:${userId}:${name}`,
    userId,
    message: toCapped(ctx.appUrl, { settings, until }),
  });
}

function stop(ctx: TopUpContext, tx: Db, { userId, settings, because }: Matter & { because: OffBecause }) {
  const key = `top-up-off:${userId}:${settings.agreedAt.getTime()}`;
  return stopTopUp(ctx, tx, { userId, because, key, message: toOff(ctx.appUrl, settings, because) });
}

/**
 * Writes down the purchase that a low balance calls for, before Stripe is asked for anything: under the billing lock,
 * once for one dip, whoever comes at the same time. What stands in its way is written and told instead.
 * @returns null when there is nothing to buy
 * @throws PaymentGatewayError
 */
export async function beginTopUp(ctx: TopUpContext, userId: string): Promise<PendingTopUp | null> {
  if ((await readVerdict(ctx.db, ctx.clock, { userId })).act === "nothing") return null;
  const card = await findDefaultCard(ctx, userId);
  return ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    const verdict = await readVerdict(tx, ctx.clock, { userId });
    if (verdict.act === "nothing") return null;
    const { settings, episode } = verdict;
    if (verdict.act === "wait") await wait(ctx, tx, { userId, settings });
    else if (verdict.act === "stop") await stop(ctx, tx, { userId, settings, because: verdict.because });
    else if (!card) await stop(ctx, tx, { userId, settings, because: "no_card" });
    else return write(ctx, tx, { userId, episode, pack: verdict.pack, card });
    return null;
  });
}
