import type { Period } from "@/lib/ports/subscription-gateway";

/** A paid invoice, as far as its money can go back. */
export interface PaidInvoice {
  lines: readonly { amountMinor: bigint; period: Period }[];
  /** What is left of each payment of it. */
  payments: readonly { paymentId: string; leftMinor: bigint }[];
}

/** Money of one payment that goes back. */
export interface UnusedPart {
  paymentId: string;
  amountMinor: bigint;
}

/** So that parts of several lines are rounded together. */
const fine = 1_000_000n;

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

/** The part of a line that stands for time after `at`. */
function finelyUnused({ amountMinor, period }: PaidInvoice["lines"][number], at: Date): bigint {
  const span = period.endsAt.getTime() - period.startsAt.getTime();
  const left = Math.min(period.endsAt.getTime() - at.getTime(), span);
  return left <= 0 ? 0n : (amountMinor * fine * BigInt(left)) / BigInt(span);
}

/**
 * What an invoice's unused time is worth in the money that we hold of it: discounts, balances and earlier refunds shrink
 * all of its lines alike. Negative where the invoice gave more back than it billed: Stripe keeps that for the customer.
 */
function worthOf({ lines, payments }: PaidInvoice, at: Date): bigint {
  const total = sum(lines.map(({ amountMinor }) => amountMinor));
  const unused = sum(lines.map((line) => finelyUnused(line, at)));
  if (total <= 0n) return unused < 0n ? unused / fine : 0n;
  const held = sum(payments.map(({ leftMinor }) => leftMinor));
  return smaller((held * unused) / (total * fine), held);
}

/**
 * Pure: which part of what was paid, and is still held, stands for the time after `at`. A change of plan gave back a
 * part of what an earlier invoice billed, so that the invoices count together; the newest pay back first.
 * @param invoices newest first
 */
export function shareUnused(invoices: readonly PaidInvoice[], at: Date): UnusedPart[] {
  const worths = invoices.map((invoice) => worthOf(invoice, at));
  let rest = sum(worths);
  const parts: UnusedPart[] = [];
  for (const [index, { payments }] of invoices.entries()) {
    let worth = smaller(worths[index] ?? 0n, rest);
    for (const { paymentId, leftMinor } of payments) {
      const amountMinor = smaller(worth, leftMinor);
      if (amountMinor <= 0n) continue;
      parts.push({ paymentId, amountMinor });
      worth -= amountMinor;
      rest -= amountMinor;
    }
  }
  return parts;
}
