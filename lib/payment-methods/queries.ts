import type { Db } from "@/lib/db";

/** A subscription that lives: it renews, or it waits for money. */
const liveStatuses = ["trialing", "active", "past_due", "unpaid", "paused"] as const;

interface LivePlan {
  id: string;
  stripeSubscriptionId: string;
}

/** The member's one subscription that lives. */
export function findLivePlan(db: Db, userId: string): Promise<LivePlan | null> {
  return db.prisma.subscription.findFirst({
    where: { userId, surplus: false, status: { in: [...liveStatuses] } },
    select: { id: true, stripeSubscriptionId: true },
  });
}

interface OpenInvoice {
  id: string;
  stripeInvoiceId: string;
  dueMinor: bigint;
  currency: string;
  hostedUrl: string | null;
  attemptCount: number;
}

/** The latest invoice of a subscription that waits for its money. */
export function findOpenInvoice(db: Db, subscriptionId: string): Promise<OpenInvoice | null> {
  return db.prisma.invoice.findFirst({
    where: { subscriptionId, status: "open", dueMinor: { gt: 0 } },
    orderBy: { issuedAt: "desc" },
    select: {
      id: true,
      stripeInvoiceId: true,
      dueMinor: true,
      currency: true,
      hostedUrl: true,
      attemptCount: true,
    },
  });
}
