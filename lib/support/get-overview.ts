import { listAudit } from "@/lib/audit";
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

async function findAuditCheck(ctx: Reader): Promise<SupportOverview["auditChecked"]> {
  const { entries } = await listAudit(ctx, { actions: ["audit_verified"] });
  const [last] = entries;
  if (!last) return null;
  const after = last.after as { problems?: unknown } | null;
  return { at: last.at, problems: Number(after?.problems ?? 0) };
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
    findAuditCheck(ctx),
  ]);
  const { open: openDisputes, dueAt: nextDisputeDueAt } = disputes;
  return { since, newPeople, paid, failedTries, openDisputes, nextDisputeDueAt, deadWebhooks, auditChecked };
}
