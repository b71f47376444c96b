import type { Db } from "@/lib/db";
import { createUser } from "@/tests/factories/user";

const day = 86_400_000;
export const start = new Date("2026-01-01T12:00:00Z");

export interface Made {
  name: string;
  amountMinor?: bigint;
  currency?: string;
  status?: "succeeded" | "failed" | "processing";
  declineCode?: string;
  refundedMinor?: bigint;
  problem?: string;
  days?: number;
}

/** Somebody with one payment and one of everything that Stripe names. */
export async function createPaidPerson(
  db: Db,
  { name, amountMinor = 4500n, currency = "usd", status = "succeeded", days = 0, ...rest }: Made,
) {
  const user = await createUser(db, { email: `${name}@shop.example` });
  await db.prisma.user.update({ where: { id: user.id }, data: { name: `Doe of ${name}` } });
  const now = new Date(start.getTime() + days * day);
  const times = { createdAt: now, updatedAt: now };
  await db.prisma.billingCustomer.create({
    data: { userId: user.id, email: user.email, stripeCustomerId: `cus_${name}` },
  });
  await db.prisma.stripeCustomer.create({ data: { userId: user.id, stripeCustomerId: `cus_${name}` } });
  const subscription = await db.prisma.subscription.create({
    data: {
      ...{ userId: user.id, stripeSubscriptionId: `sub_${name}`, stripeItemId: "si", stripePriceId: "price" },
      ...{ planName: "Basic", creditsMilli: 1n, amountMinor: 1n, currency, status: "active", startedAt: now },
      ...{ periodStartsAt: now, periodEndsAt: now, syncSeq: 1n, updatedAt: now },
    },
  });
  const invoice = await db.prisma.invoice.create({
    data: {
      ...{ userId: user.id, subscriptionId: subscription.id, stripeInvoiceId: `in_${name}`, status: "paid" },
      ...{ reason: "r", currency, totalMinor: 1n, paidMinor: 1n, dueMinor: 0n, lines: [], issuedAt: now },
      ...{ syncSeq: 1n, updatedAt: now },
    },
  });
  const checkout = await db.prisma.checkout.create({
    data: {
      ...{
        userId: user.id,
        lookupKey: name,
        itemName: "i",
        stripePriceId: "p",
        creditsMilli: 1n,
        amountMinor,
      },
      ...{ currency, stripeSessionId: `cs_test_${name}`, ...times },
    },
  });
  const payment = await db.prisma.payment.create({
    data: {
      ...{ userId: user.id, checkoutId: checkout.id, invoiceId: invoice.id, kind: "purchase", status },
      ...{ description: "500 credits", amountMinor, currency, creditsMilli: 1n, ...rest },
      ...{ failureCode: rest.declineCode ? "card_declined" : null },
      ...{ stripePaymentIntentId: `pi_${name}`, stripeChargeId: `ch_${name}`, syncSeq: 1n, ...times },
      paidAt: status === "succeeded" ? now : null,
    },
  });
  await db.prisma.paymentAttempt.create({
    data: {
      ...{
        paymentId: payment.id,
        attemptKey: `ch_${name}2`,
        stripeChargeId: `ch_${name}2`,
        status: "failed",
      },
      ...{ amountMinor, currency, attemptedAt: now },
    },
  });
  await db.prisma.refund.create({
    data: {
      userId: user.id,
      paymentId: payment.id,
      stripeRefundId: `re_${name}`,
      amountMinor: 1n,
      currency,
      ...times,
    },
  });
  return { user, payment, checkout };
}
