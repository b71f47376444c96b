import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { restartJob } from "@/lib/jobs";

/**
 * A second subscription must not live on: the job ends it and pays back what was paid for it. Started again by every
 * reading that still finds something to do, so that a payment that arrives later is paid back, too.
 */
export async function endSurplusLater(
  { log }: Pick<AppContext, "log">,
  tx: Db,
  { stripeSubscriptionId, userId }: { stripeSubscriptionId: string; userId: string },
): Promise<void> {
  log.error(
    { stripeSubscriptionId, userId },
    "a member has a second subscription: it is ended and paid back",
  );
  await restartJob(tx, {
    name: "end-surplus-subscription",
    payload: { stripeSubscriptionId },
    key: `surplus:${stripeSubscriptionId}`,
  });
}
