import { revokeAllApiKeys } from "@/lib/api-keys";
import { forgetAvatar } from "@/lib/avatars";
import type { AppContext } from "@/lib/context";
import { forgetDataExports } from "@/lib/data-export";
import { restartJob } from "@/lib/jobs";
import { findLiveSubscription } from "@/lib/subscriptions";
import { graceStartedBefore } from "./policy";
import { anonymise, listDue } from "./repository";

/** More wait for the next night. */
const batchSize = 500;

/**
 * Handles the job "anonymise-deleted-accounts": takes the person out of every account whose 14 days are over. Its
 * money records are kept, under an id that leads to nobody. An account on which a plan was begun meanwhile waits
 * until that has ended. Idempotent.
 * @returns how many
 */
export async function anonymiseDeletedAccounts({
  db,
  systemClock,
  log,
}: Pick<AppContext, "db" | "systemClock" | "log">): Promise<number> {
  const now = systemClock.now();
  const askedBefore = graceStartedBefore(now);
  let done = 0;
  for (const userId of await listDue(db, askedBefore, batchSize)) {
    if (await findLiveSubscription(db, userId)) {
      log.warn({ userId }, "an account that is to be deleted has a plan that runs; it waits");
      continue;
    }
    const gone = await db.transaction(async (tx) => {
      if (!(await anonymise(tx, { userId, askedBefore, now }))) return false;
      await revokeAllApiKeys(tx, { userId, now });
      await forgetAvatar(tx, userId, now);
      await forgetDataExports(tx, userId, now);
      const key = `customer-email:${userId}`;
      await restartJob(tx, { name: "sync-customer-email", payload: { userId }, key, queue: key });
      return true;
    });
    if (gone) done += 1;
  }
  return done;
}
