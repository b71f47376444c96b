import type { Db, Prisma } from "@/lib/db";
import type { GatewayAttempt } from "@/lib/ports/payment-gateway";

/**
 * Number of a reading of Stripe, drawn before it starts: of two readings the one with the higher number began
 * later, so it is the one to believe.
 */
export async function drawFetchNumber(db: Db): Promise<bigint> {
  const [row] = await db.sql<{ number: bigint }>({
    name: "draw-fetch-number",
    text: "SELECT nextval('stripe_fetch_seq') AS number",
    values: [],
  });
  if (!row) throw new Error("The sequence gave no number.");
  return row.number;
}

/** Until the transaction ends, nobody else changes this user's purchases and payments. */
export async function lockBilling(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-billing",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('billing:' || $1::text, 0))::text AS locked",
    values: [userId],
  });
}

type PaymentState = Omit<Prisma.PaymentUncheckedCreateInput, "id" | "attempts" | "stripePaymentIntentId">;

/** Writes the state unless one from a later reading is there. */
export async function upsertPayment(
  db: Db,
  stripePaymentIntentId: string,
  { createdAt, ...state }: PaymentState & { syncSeq: bigint },
) {
  const data = { stripePaymentIntentId, createdAt, ...state };
  const { count } = await db.prisma.payment.createMany({ data, skipDuplicates: true });
  if (count === 0) {
    await db.prisma.payment.updateMany({
      where: { stripePaymentIntentId, syncSeq: { lt: state.syncSeq } },
      data: state,
    });
  }
  return db.prisma.payment.findUniqueOrThrow({
    where: { stripePaymentIntentId },
    select: { id: true, creditedAt: true },
  });
}

/** Adds the attempts that are new; one that was pending takes its result. */
export async function saveAttempts(
  db: Db,
  paymentId: string,
  attempts: readonly GatewayAttempt[],
): Promise<void> {
  const rows = attempts.map((attempt) => ({
    paymentId,
    attemptKey: attempt.key,
    stripeChargeId: attempt.stripeChargeId,
    status: attempt.status,
    amountMinor: attempt.amountMinor,
    currency: attempt.currency,
    failureCode: attempt.failure?.code,
    declineCode: attempt.failure?.declineCode,
    failureMessage: attempt.failure?.message,
    cardBrand: attempt.card?.brand,
    cardLast4: attempt.card?.last4,
    attemptedAt: attempt.attemptedAt,
  }));
  await db.prisma.paymentAttempt.createMany({ data: rows, skipDuplicates: true });
  for (const { attemptKey, ...row } of rows.filter(({ status }) => status !== "pending")) {
    await db.prisma.paymentAttempt.updateMany({ where: { attemptKey, status: "pending" }, data: row });
  }
}

/** Notes that the payment's credits are on the account. */
export async function markCredited(db: Db, paymentId: string, creditedAt: Date): Promise<void> {
  await db.prisma.payment.update({ where: { id: paymentId }, data: { creditedAt }, select: { id: true } });
}

interface PaidLot {
  /** Of the grant. */
  lotKey: string;
  costMinor: bigint;
  creditsMilli: bigint;
}

/** Notes what a payment bought: a refund takes it back. Idempotent. */
export async function savePaymentLots(db: Db, paymentId: string, lots: readonly PaidLot[]): Promise<void> {
  const data = lots.map((lot, position) => ({ ...lot, paymentId, position }));
  await db.prisma.paymentLot.createMany({ data, skipDuplicates: true });
}
