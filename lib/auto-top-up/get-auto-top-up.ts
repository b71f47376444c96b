import type { AppContext } from "@/lib/context";
import { monthOf } from "./policy";
import { listTopUps } from "./queries";
import { findSettings, sumSpent } from "./repository";
import type { AutoTopUp, AutoTopUpView } from "./types";

const shown = 12;

type Context = Pick<AppContext, "db" | "clock">;

/** A member's auto top-up, what it charged this month, and its latest purchases. */
export async function getAutoTopUp({ db, clock }: Context, userId: string): Promise<AutoTopUpView> {
  const { startsAt: from, endsAt: to } = monthOf(clock.now());
  const settings = await findSettings(db, userId);
  const [spentMinor, topUps] = await Promise.all([
    settings ? sumSpent(db, { userId, currency: settings.currency, from, to }) : 0n,
    listTopUps(db, userId, shown),
  ]);
  return { settings, spentMinor, monthEndsAt: to, topUps };
}

/** What a member has chosen, if they ever did. */
export function findAutoTopUp({ db }: Pick<Context, "db">, userId: string): Promise<AutoTopUp | null> {
  return findSettings(db, userId);
}
