import type { z } from "zod";
import type { CreditBalance, Entry, EntryPage } from "@/lib/credits/types";
import type { DailyUsage } from "@/lib/services/types";
import type { balance, entryPage, usage } from "./schemas/account";
import { toCredits } from "./schemas/credits";

export function toBalance(view: CreditBalance): z.input<typeof balance> {
  return {
    available: toCredits(view.totalMilli),
    subscription: toCredits(view.subscriptionMilli),
    payAsYouGo: toCredits(view.paygMilli),
    held: toCredits(view.heldMilli),
    frozen: toCredits(view.frozenMilli),
    debt: toCredits(view.debtMilli),
  };
}

function toEntry(entry: Entry): z.input<typeof entryPage>["data"][number] {
  return {
    id: entry.seq.toString(),
    reason: entry.reason,
    change: toCredits(entry.deltaMilli),
    balanceAfter: toCredits(entry.balanceAfterMilli),
    debtChange: toCredits(entry.debtDeltaMilli),
    reference: entry.reference,
    description: entry.description,
    kinds: entry.parts.map(({ kind, creditsMilli }) => ({ kind, credits: toCredits(creditsMilli) })),
    createdAt: entry.at.toISOString(),
  };
}

export function toEntryPage({ entries, older }: EntryPage): z.input<typeof entryPage> {
  return { data: entries.map(toEntry), nextCursor: older?.toString() ?? null };
}

export function toUsage(
  days: readonly DailyUsage[],
  { from, to }: { from: string; to: string },
): z.input<typeof usage> {
  const sum = (part: (day: DailyUsage) => number) => days.reduce((total, day) => total + part(day), 0);
  const chargedMilli = days.reduce((total, day) => total + day.chargedMilli, 0n);
  return {
    from,
    to,
    data: days.map(({ day, serviceSlug, runs, succeeded, chargedMilli: milli }) => ({
      ...{ day, service: serviceSlug, runs, succeeded },
      credits: toCredits(milli),
    })),
    total: {
      runs: sum(({ runs }) => runs),
      succeeded: sum(({ succeeded }) => succeeded),
      credits: toCredits(chargedMilli),
    },
  };
}
