import type { AppContext } from "@/lib/context";
import { reconcile } from "./reconcile";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "actor">;

const lookBackMs = 3 * 86_400_000;
/** What is younger may simply be on its way. */
const patienceMs = 3_600_000;
const shown = 20;

/** Every night: compares the last three days, changes nothing, and calls for a person when something differs. */
export async function reconcileRecent(ctx: Context): Promise<void> {
  const now = ctx.clock.now().getTime();
  const { differences, found, compared } = await reconcile(ctx, {
    since: new Date(now - lookBackMs),
    until: new Date(now - patienceMs),
  });
  const settled = differences.filter(({ waiting }) => !waiting);
  const log = { found, compared, differences: settled.slice(0, shown) };
  if (settled.length > 0) ctx.log.fatal(log, "Stripe and our books differ");
  else if (found > 0) ctx.log.warn(log, "Stripe and our books differ where events wait");
}
