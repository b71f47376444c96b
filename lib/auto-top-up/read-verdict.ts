import { listPacksForSale } from "@/lib/catalog";
import { findEpisode, getBalance } from "@/lib/credits";
import type { Db } from "@/lib/db";
import type { Clock } from "@/lib/ports/clock";
import { decide, monthOf, type Verdict } from "./policy";
import {
  findSettings,
  hasReturns,
  isHandled,
  isInGoodStanding,
  isRenewing,
  sumSpent,
  type PendingTopUp,
} from "./repository";

interface Question {
  userId: string;
  /** Asked about a purchase that was begun: as if it were not. */
  begun?: PendingTopUp;
}

type ReadVerdict = Verdict & { episode: number };

/**
 * What somebody's balance calls for, read exactly and now. Only under the billing lock does the answer hold until it is
 * acted upon.
 */
export async function readVerdict(db: Db, clock: Clock, { userId, begun }: Question): Promise<ReadVerdict> {
  const settings = await findSettings(db, userId);
  if (!settings?.enabled) return { act: "nothing", episode: 0 };
  const now = clock.now();
  // Before the balance: credits that come in between belong to a later dip, and make this one look fine.
  const episode = await findEpisode(db, userId);
  const { totalMilli, heldMilli, debtMilli } = await getBalance({ db, clock }, userId);
  const packs = await listPacksForSale(db);
  const { startsAt: from, endsAt: to } = monthOf(now);
  const spent = await sumSpent(db, { userId, currency: settings.currency, from, to });
  const verdict = decide({
    // What is reserved by running work may come back.
    ...{ settings, balanceMilli: totalMilli + heldMilli, debtMilli },
    returned: await hasReturns(db, userId, settings.agreedAt),
    inGoodStanding: await isInGoodStanding(db, userId),
    renewing: await isRenewing(db, userId, now),
    handled: begun ? false : await isHandled(db, userId, episode),
    pack: packs.find(({ price }) => price.lookupKey === settings.lookupKey) ?? null,
    spentMinor: begun && begun.createdAt >= from ? spent - begun.amountMinor : spent,
  });
  return { ...verdict, episode };
}
