import type { AppContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import type { Holdings } from "./refund-effects";

export async function readHoldings(ctx: AppContext, userId: string): Promise<Holdings> {
  const { totalMilli, upcomingMilli, debtMilli } = await getBalance(ctx, userId);
  return { unspentMilli: totalMilli + upcomingMilli, debtMilli };
}
