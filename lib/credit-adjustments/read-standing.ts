import { getBalance, getOwable } from "@/lib/credits";
import type { Db } from "@/lib/db";
import type { AdjustmentContext } from "./context";
import type { Standing } from "./types";

/** How somebody's account stands now. */
export async function readStanding(
  { clock }: Pick<AdjustmentContext, "clock">,
  db: Db,
  userId: string,
): Promise<Standing> {
  const { totalMilli, debtMilli, version } = await getBalance({ db, clock }, userId);
  const owableMilli = await getOwable({ db }, userId);
  return { spendableMilli: totalMilli, debtMilli, owableMilli, version };
}
