import type { AppContext } from "@/lib/context";
import { listOwnersWithUpcoming } from "./queries";
import { tellCreditsLow } from "./tell-credits-low";

const pageSize = 200;

/**
 * Handles the job "find-low-credits": looks at people with credits that count only later, of whom the balance of their
 * account does not tell when they run low. As `tellCreditsLow`, once for each dip. Idempotent.
 * @returns how many people were looked at
 */
export async function findLowCredits(
  ctx: Pick<AppContext, "db" | "clock" | "appUrl">,
): Promise<{ people: number }> {
  const now = ctx.clock.now();
  let people = 0;
  let after: string | null = null;
  for (;;) {
    const owners: string[] = await listOwnersWithUpcoming(ctx.db, { now, after, limit: pageSize });
    for (const userId of owners) await tellCreditsLow(ctx, { userId });
    people += owners.length;
    after = owners.at(-1) ?? null;
    if (owners.length < pageSize) return { people };
  }
}
