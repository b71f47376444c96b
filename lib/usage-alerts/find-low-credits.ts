import type { AppContext } from "@/lib/context";
import { listOwnersWithUpcoming } from "./queries";
import { tellCreditsLow } from "./tell-credits-low";
import { visitPeople } from "./visit-people";

/**
 * Handles the job "find-low-credits": looks at people with credits that count only later, of whom the balance of their
 * account does not tell when they run low. As `tellCreditsLow`, once for each dip. Idempotent.
 */
export async function findLowCredits(ctx: Pick<AppContext, "db" | "clock" | "appUrl">): Promise<void> {
  const now = ctx.clock.now();
  await visitPeople({
    list: (page) => listOwnersWithUpcoming(ctx.db, { now, ...page }),
    idOf: (userId) => userId,
    visit: async (userId) => {
      await tellCreditsLow(ctx, { userId });
      return true;
    },
  });
}
