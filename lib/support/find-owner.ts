import type { Db } from "@/lib/db";
import type { IdKind } from "./types";

const owner = { userId: true } as const;

type Found = { userId: string } | null;

/** Whose each of Stripe's objects is, by our own rows. */
const finders: Readonly<Partial<Record<IdKind, (db: Db, id: string) => Promise<Found>>>> = {
  customer: ({ prisma }, id) =>
    prisma.stripeCustomer.findUnique({ where: { stripeCustomerId: id }, select: owner }),
  payment_intent: ({ prisma }, id) =>
    prisma.payment.findUnique({ where: { stripePaymentIntentId: id }, select: owner }),
  charge: async ({ prisma }, id) => {
    const where = { stripeChargeId: id };
    const payment = await prisma.payment.findFirst({ where, select: owner });
    if (payment) return payment;
    // A charge that failed is told by its try; the payment names the one that counted.
    const attempt = await prisma.paymentAttempt.findFirst({ where, select: { payment: { select: owner } } });
    return attempt?.payment ?? null;
  },
  invoice: ({ prisma }, id) => prisma.invoice.findUnique({ where: { stripeInvoiceId: id }, select: owner }),
  subscription: ({ prisma }, id) =>
    prisma.subscription.findUnique({ where: { stripeSubscriptionId: id }, select: owner }),
  refund: ({ prisma }, id) => prisma.refund.findUnique({ where: { stripeRefundId: id }, select: owner }),
  dispute: ({ prisma }, id) => prisma.dispute.findUnique({ where: { stripeDisputeId: id }, select: owner }),
  checkout: ({ prisma }, id) => prisma.checkout.findUnique({ where: { stripeSessionId: id }, select: owner }),
  payment: ({ prisma }, id) => prisma.payment.findUnique({ where: { id }, select: owner }),
};

/** The person to whom what an id names belongs; null where our rows know nothing of it. */
export async function findOwner(db: Db, { kind, id }: { kind: IdKind; id: string }): Promise<string | null> {
  if (kind === "user") return id;
  return (await finders[kind]?.(db, id))?.userId ?? null;
}
