import type { AppContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import { queueEmail } from "@/lib/notifications";
import { formatCredits } from "@/lib/shared/format";
import { findEpisode, findReader, getLowLimit } from "./queries";

/**
 * Handles the job "tell-credits-low": tells somebody that they have fewer credits than they want to hear of. Once for each
 * dip, which new credits end, though the job runs twice or dies anywhere. What is reserved by running work may come back
 * and counts as there. Says nothing where there is enough again, and nothing to who is suspended or gone.
 */
export async function tellCreditsLow(
  ctx: Pick<AppContext, "db" | "clock" | "appUrl">,
  { userId }: { userId: string },
): Promise<void> {
  // First the dip, then the balance: credits that come in between are seen in the balance.
  const episode = await findEpisode(ctx.db, userId, ctx.clock.now());
  const [reader, lowMilli, balance] = await Promise.all([
    findReader(ctx.db, userId),
    getLowLimit(ctx.db, userId),
    getBalance(ctx, userId),
  ]);
  const { totalMilli, heldMilli, debtMilli } = balance;
  if (!reader || lowMilli === null || totalMilli + heldMilli >= lowMilli) return;
  const props = {
    balance: formatCredits(totalMilli),
    threshold: formatCredits(lowMilli),
    debt: debtMilli > 0n ? formatCredits(debtMilli) : null,
    buyUrl: `${ctx.appUrl}/credits/buy`,
  };
  const message = { template: "credits-low" as const, props };
  const email = { to: reader.email, userId, key: `credits-low:${userId}:${episode}`, message };
  await ctx.db.transaction((tx) => queueEmail(tx, email));
}
