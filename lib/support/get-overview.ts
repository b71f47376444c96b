import { SupportForbidden } from "./errors";
import { findLastCheck } from "@/lib/audit";
import { countOpenMessages } from "@/lib/contact";
import type { AppContext } from "@/lib/context";
import { findLastOutcome } from "@/lib/ledger-checks";
import { countFailedJobs } from "@/lib/queue";
import { requireAdmin } from "@/lib/shared/require-admin";
import { countPressure } from "@/lib/usage";
import {
  countDeadWebhooks,
  countFailedTries,
  countNewPeople,
  countOpenDisputes,
  countPastDuePlans,
  countRefundRequests,
  sumPaid,
} from "./overview-queries";
import type { SupportOverview } from "./types";

type Reader = Pick<AppContext, "db" | "actor" | "clock" | "systemClock">;

function startOfDay(now: Date): Date {
  const day = new Date(now);
  day.setUTCHours(0, 0, 0, 0);
  return day;
}

async function findWaiting(db: AppContext["db"]) {
  const [pastDuePlans, openMessages, failedJobs, refundRequests, deadWebhooks] = await Promise.all([
    countPastDuePlans(db),
    countOpenMessages(db),
    countFailedJobs(db),
    countRefundRequests(db),
    countDeadWebhooks(db),
  ]);
  return { pastDuePlans, openMessages, failedJobs, refundRequests, deadWebhooks };
}

/**
 * Today's figures, and what waits for somebody. Days are UTC; money follows the clock of money, people that of the
 * machine. Each figure is one read of an index.
 * @throws SupportForbidden
 */
export async function getOverview(ctx: Reader): Promise<SupportOverview> {
  requireAdmin(ctx.actor, SupportForbidden);
  const { db, clock, systemClock } = ctx;
  const since = startOfDay(clock.now());
  const [newPeople, paid, failedTries, disputes, waiting, pressure, auditChecked, ledgerChecked] =
    await Promise.all([
      countNewPeople(db, startOfDay(systemClock.now())),
      sumPaid(db, since),
      countFailedTries(db, since),
      countOpenDisputes(db),
      findWaiting(db),
      countPressure(db, since),
      findLastCheck(db),
      findLastOutcome(db),
    ]);
  const { open: openDisputes, due: disputesDue, dueAt: nextDisputeDueAt } = disputes;
  const { atLimit: peopleAtLimit, spikes: usageSpikes } = pressure;
  const found = {
    peopleAtLimit,
    usageSpikes,
    openDisputes,
    disputesDue,
    nextDisputeDueAt,
    auditChecked,
    ledgerChecked,
  };
  return { since, newPeople, paid, failedTries, ...waiting, ...found };
}
