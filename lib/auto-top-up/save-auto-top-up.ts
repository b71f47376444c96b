import { getPackForSale } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { getBalance, watchBalance } from "@/lib/credits";
import { restartJob } from "@/lib/jobs";
import { findDefaultCard } from "@/lib/payment-methods";
import { lockBilling } from "@/lib/payments";
import { NoSavedCard, PriceChanged } from "./errors";
import { checkWish, memberOf, termsOf } from "./policy";
import { saveSettings } from "./repository";
import type { TopUpWish } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "actor">;

/**
 * Switches the signed-in member's auto top-up on, or changes it. They agree to the price that they were shown: another one
 * is refused. Who is below the threshold already is topped up at once. Idempotent.
 *
 * @throws MemberRequired, NotForSale, PriceChanged, ThresholdOutOfRange, CapOutOfRange, NoSavedCard, or a
 * PaymentGatewayError; nothing was changed then
 */
export async function saveAutoTopUp(ctx: Context, wish: TopUpWish): Promise<void> {
  const userId = memberOf(ctx.actor);
  const { thresholdMilli, lookupKey, capMinor } = wish;
  const pack = await getPackForSale(ctx.db, lookupKey);
  const terms = termsOf(pack);
  if (terms.amountMinor !== wish.shownMinor || terms.currency !== wish.currency) throw new PriceChanged();
  checkWish(wish, terms);
  if (!(await findDefaultCard(ctx, userId))) throw new NoSavedCard();
  const agreedAt = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    const agreed = { thresholdMilli, lookupKey, capMinor, itemName: pack.name, ...terms, agreedAt };
    await saveSettings(tx, userId, agreed);
    const ledger = { db: tx, clock: ctx.clock };
    await watchBalance(ledger, { userId, topUpMilli: thresholdMilli });
    const { totalMilli } = await getBalance(ledger, userId);
    if (totalMilli >= thresholdMilli) return;
    // Under the key that the fall of a balance uses: both are one job.
    await restartJob(tx, { name: "top-up-credits", payload: { userId }, key: `top-up:${userId}` });
  });
}
