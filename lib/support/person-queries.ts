import type { Db } from "@/lib/db";
import type { TimelineRead } from "./timeline";
import type { Person, PersonEmail, PersonPayment, PersonRun, PersonSubscription } from "./types";

/** What tells who somebody is; nothing with which they prove it. */
export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.prisma.user.findUnique({
    where: { id },
    select: {
      ...{ id: true, email: true, name: true, role: true, emailVerified: true, suspendedAt: true },
      ...{ createdAt: true, timeZone: true, company: true, deletionAskedAt: true, anonymisedAt: true },
      billingCustomer: { select: { stripeCustomerId: true } },
      sessions: { orderBy: { lastUsedAt: "desc" }, take: 1, select: { lastUsedAt: true } },
    },
  });
  if (!row) return null;
  const { emailVerified, suspendedAt, createdAt, billingCustomer, sessions, ...person } = row;
  return {
    ...person,
    ...{
      verified: emailVerified !== null,
      suspended: suspendedAt !== null,
      suspendedAt,
      joinedAt: createdAt,
    },
    stripeCustomerId: billingCustomer?.stripeCustomerId ?? null,
    lastSeenAt: sessions[0]?.lastUsedAt ?? null,
  };
}

const side = { asc: "gt", desc: "lt" } as const;

/** One person's rows, in the order of their time, from a place on. */
function windowOf({ userId, place, order, limit }: TimelineRead) {
  const beyond = place && {
    OR: [
      { createdAt: { [side[order]]: place.at } },
      { createdAt: place.at, id: { [side[order]]: place.id } },
    ],
  };
  return {
    where: { userId, ...beyond },
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit,
  };
}

const failure = { failureCode: true, declineCode: true, failureMessage: true } as const;
const card = { cardBrand: true, cardLast4: true } as const;

export async function readPayments(db: Db, read: TimelineRead): Promise<PersonPayment[]> {
  const rows = await db.prisma.payment.findMany({
    ...windowOf(read),
    select: {
      ...{ id: true, kind: true, status: true, description: true, amountMinor: true, currency: true },
      ...{
        ...card,
        ...failure,
        problem: true,
        refundedMinor: true,
        stripePaymentIntentId: true,
        createdAt: true,
      },
      attempts: {
        where: { status: "failed" },
        ...{ orderBy: { attemptedAt: "desc" }, take: 10 },
        select: { id: true, ...failure, ...card, attemptedAt: true },
      },
      refunds: {
        ...{ orderBy: { createdAt: "desc" }, take: 10 },
        select: {
          ...{
            id: true,
            status: true,
            amountMinor: true,
            reason: true,
            failureReason: true,
            createdAt: true,
          },
          stripeRefundId: true,
        },
      },
      disputes: { select: { status: true, reason: true, dueBy: true } },
    },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }));
}

export async function readRuns(db: Db, read: TimelineRead): Promise<PersonRun[]> {
  const rows = await db.prisma.serviceRun.findMany({
    ...windowOf(read),
    select: {
      ...{ id: true, serviceSlug: true, source: true, status: true, inputBytes: true, quotedMilli: true },
      ...{ chargedMilli: true, problem: true, durationMs: true, createdAt: true },
    },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }));
}

/** Without what they say: mails carry links that prove who opens them. */
export async function readEmails(db: Db, read: TimelineRead): Promise<PersonEmail[]> {
  const rows = await db.prisma.outboxEmail.findMany({
    ...windowOf(read),
    select: {
      ...{ id: true, template: true, recipient: true, status: true, attempts: true, error: true },
      ...{ createdAt: true, sentAt: true },
    },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }));
}

/** Every plan that somebody has or had, the latest first; nobody has had more than these. */
export function readSubscriptions(db: Db, userId: string): Promise<PersonSubscription[]> {
  return db.prisma.subscription.findMany({
    where: { userId },
    orderBy: { startedAt: "desc" },
    take: 20,
    select: {
      ...{
        id: true,
        stripeSubscriptionId: true,
        planName: true,
        interval: true,
        status: true,
        surplus: true,
      },
      ...{ amountMinor: true, currency: true, startedAt: true, periodEndsAt: true, endedAt: true },
      ...{ cancelReason: true, problem: true },
    },
  });
}
