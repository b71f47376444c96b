import type { Db } from "@/lib/db";
import { findLiveSubscription } from "./repository";
import { liveStatuses, type OpenInvoice, type Plan } from "./types";

/** The member's plan; null without one. */
export function getPlan(db: Db, userId: string): Promise<Plan | null> {
  return findLiveSubscription(db, userId);
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
      attemptCount: true,
      nextAttemptAt: true,
    },
  });
}
