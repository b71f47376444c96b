import { cache } from "react";
import { addDays } from "@/components/ranges/days";
import type { AppContext } from "@/lib/context";
import type { DayRange } from "@/lib/analytics/types";
import { getUsage } from "@/lib/usage";
import type { Usage, UsageDay } from "@/lib/usage/types";

/** Holds thirty days and the thirty before, which most ask for, and the eight weeks that a projection is made of. */
const daysRead = 64;

/**
 * What somebody used lately, and which days theirs are. The zone is not known before: a day more to each side holds today
 * in any.
 */
export const readRecentUsage = cache(async (ctx: AppContext, userId: string): Promise<Usage> => {
  const day = ctx.clock.now().toISOString().slice(0, 10);
  return getUsage(ctx, { userId, from: addDays(day, -daysRead), to: addDays(day, 1) });
});

/** The days of any range; asked for only where the recent ones do not hold it. */
export async function readUsageOf(ctx: AppContext, userId: string, range: DayRange): Promise<UsageDay[]> {
  const recent = await readRecentUsage(ctx, userId);
  const held = range.from >= addDays(recent.today, 1 - daysRead) && range.to <= recent.today;
  if (held || recent.firstDay === null) return recent.days;
  return (await getUsage(ctx, { userId, ...range })).days;
}
