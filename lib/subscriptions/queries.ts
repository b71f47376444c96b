import type { Db } from "@/lib/db";
import { findLiveSubscription, type SubscriptionRow } from "./repository";
import { liveStatuses, type OpenInvoice, type Plan } from "./types";

function toPlan({ nextPlanKey, nextPlanName, nextInterval, nextStartsAt, ...row }: SubscriptionRow): Plan {
  const planned = nextPlanName && nextStartsAt;
  return {
    ...row,
    next: planned
      ? { planKey: nextPlanKey, planName: nextPlanName, interval: nextInterval, startsAt: nextStartsAt }
      : null,
  };
}

/** The member's plan; null without one. */
export async function getPlan(db: Db, userId: string): Promise<Plan | null> {
  const row = await findLiveSubscription(db, userId);
  return row && toPlan(row);
}

/** The invoice that a plan past due waits for; null when nothing is owed. */
export async function findOpenInvoice(db: Db, userId: string): Promise<OpenInvoice | null> {
  return db.prisma.invoice.findFirst({
    where: {
      userId,
      status: "open",
      attemptCount: { gt: 0 },
      subscription: { surplus: false, status: { in: [...liveStatuses] } },
    },
    orderBy: { issuedAt: "desc" },
    select: {
      id: true,
      stripeInvoiceId: true,
      hostedUrl: true,
      dueMinor: true,
      currency: true,
      nextAttemptAt: true,
    },
  });
}
