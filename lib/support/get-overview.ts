import { findLastCheck } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import {
  countDeadWebhooks,
  countFailedTries,
  countNewPeople,
  countOpenDisputes,
  sumPaid,
} from "./overview-queries";
import { requireAdmin } from "./require-admin";
import type { SupportOverview } from "./types";

type Reader = Pick<AppContext, "db" | "actor" | "clock" | "systemClock">;

function startOfDay(now: Date): Date {
  const day = new Date(now);
  day.setUTCHours(0, 0, 0, 0);
  return day;
}

/**
 * Today's figures, and what waits for somebody. Days are UTC; money follows the clock of money, people that of the
 * machine. Each figure is one read of an index.
 * @throws SupportForbidden
 */
export async function getOverview(ctx: Reader): Promise<SupportOverview> {
  requireAdmin(ctx.actor);
  const { db, clock, systemClock } = ctx;
  const since = startOfDay(clock.now());
  const [newPeople, paid, failedTries, disputes, deadWebhooks, auditChecked] = await Promise.all([
    countNewPeople(db, startOfDay(systemClock.now())),
    sumPaid(db, since),
    countFailedTries(db, since),
    countOpenDisputes(db),
    countDeadWebhooks(db),
    findLastCheck(db),
  ]);
  const { open: openDisputes, dueAt: nextDisputeDueAt } = disputes;
  return { since, newPeople, paid, failedTries, openDisputes, nextDisputeDueAt, deadWebhooks, auditChecked };
}
