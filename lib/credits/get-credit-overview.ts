import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { listExpiries, readBalance, readOpenHolds, readOpenLots } from "./queries";
import { type CreditOverview } from "./types";

/** The credits page: the balance, the lots it is made of in burn order, running holds and what expires when. */
export async function getCreditOverview(ctx: CreditsContext, userId: string): Promise<CreditOverview> {
  checkUserId(userId);
  const now = ctx.clock.now();
  const [balance, lots, holds] = await Promise.all([
    readBalance(ctx.db, userId, now),
    readOpenLots(ctx.db, userId, now),
    readOpenHolds(ctx.db, userId, now),
  ]);
  return { balance, lots, holds, expiries: listExpiries(lots) };
}
