import type { Database } from "@/lib/db";

const pay = { startsWith: "pi_seed_" };
const bill = { startsWith: "in_seed_" };
const plan = { startsWith: "sub_seed_" };
const byTime = { orderBy: { createdAt: "asc" } } as const;

/** What the seed told of one person's dealings with Stripe, as it stands in the database. */
export async function readSeeded({ prisma }: Database) {
  return prisma.billingCustomer.findMany({
    where: { payments: { some: { stripePaymentIntentId: pay } } },
    orderBy: { createdAt: "asc" },
    include: {
      user: { select: { name: true } },
      subscriptions: {
        where: { OR: [{ stripeSubscriptionId: plan }, { invoices: { some: { stripeInvoiceId: bill } } }] },
        orderBy: { startedAt: "asc" },
        include: { changes: { orderBy: { occurredAt: "asc" } } },
      },
      invoices: { where: { stripeInvoiceId: bill }, orderBy: { issuedAt: "asc" } },
      payments: {
        where: { stripePaymentIntentId: pay },
        ...byTime,
        include: { attempts: { orderBy: { attemptedAt: "asc" } } },
      },
      refunds: {
        where: { stripeRefundId: { startsWith: "re_seed_" } },
        ...byTime,
        include: { payment: { select: { stripeChargeId: true } } },
      },
      disputes: {
        where: { stripeDisputeId: { startsWith: "du_seed_" } },
        orderBy: { openedAt: "asc" },
        include: { payment: { select: { stripeChargeId: true } } },
      },
    },
  });
}

export type Seeded = Awaited<ReturnType<typeof readSeeded>>[number];
