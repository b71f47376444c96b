import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import type { Answer } from "../books/steps";
import { seededId } from "../seeded-id";
import type { BoughtLot } from "./grant";
import type { PaymentRow } from "./record-payment";

interface Returned {
  clawedMilli: bigint;
  debtMilli: bigint;
}

/** Adds up what went from a lot, and what is owed for the part of it that was spent. */
function addTo(row: Returned, { touched }: Answer): void {
  for (let index = 0; index < touched.length; index += 2) {
    const amount = touched[index + 1] ?? 0n;
    row.clawedMilli -= amount;
    if (touched[index] === 0n) row.debtMilli -= amount;
  }
}

interface Return {
  at: Date;
  amountMinor: bigint;
  /** Names it in the ledger, for example `refund:{id}`. */
  key: string;
  reference: string;
  words: string;
}

export const lotsOf = (books: Books, paymentId: string): BoughtLot[] =>
  books.lots.flatMap(({ paymentId: of, lotKey, costMinor, creditsMilli }) =>
    of === paymentId ? [{ lotKey, costMinor: BigInt(costMinor), creditsMilli: BigInt(creditsMilli) }] : [],
  );

/** Takes back what returned money had bought: of one lot its part, of several all of them. */
export function takeBack(
  books: Books,
  payment: PaymentRow,
  { amountMinor, ...given }: Return & { row: Returned },
) {
  const { at, key, reference, words, row } = given;
  const lots = lotsOf(books, payment.id);
  for (const { lotKey, costMinor } of lots) {
    books.steps.push({
      ...{ at, userId: payment.userId, act: "revoke", lotKey, currency: payment.currency },
      ...{ key: `${key}:${lotKey}`, reference, description: `${words}: ${payment.description}` },
      ...{ costMinor: lots.length === 1 ? amountMinor : costMinor, told: (answer) => addTo(row, answer) },
    });
  }
}

interface RefundStory {
  at: Date;
  /** Unique in the seed. */
  name: string;
  /** All of it by default. Of what an invoice of several months was paid with, only all can go back. */
  amountMinor?: bigint;
  reason?: "requested_by_customer" | "duplicate" | "fraudulent";
  note?: string;
}

/** A refund that was made, with the credits that it took and its credit note. */
export function refund(books: Books, payment: PaymentRow, story: RefundStory): void {
  const {
    at,
    name,
    amountMinor = payment.amountMinor,
    reason = "requested_by_customer",
    note = null,
  } = story;
  if (at > books.now) return;
  const id = seededId(`refund ${name}`, at);
  const row = {
    ...{ id, userId: payment.userId, paymentId: payment.id, stripeRefundId: `re_seed_${name}`, amountMinor },
    ...{ currency: payment.currency, status: "succeeded", reason, note, clawedMilli: 0n, debtMilli: 0n },
    ...{ clawedAt: at, createdAt: at, updatedAt: at },
  } satisfies Prisma.RefundCreateManyInput;
  books.refunds.push(row);
  payment.refundedMinor += amountMinor;
  const key = `refund:${id}`;
  takeBack(books, payment, { at, amountMinor, key, reference: key, words: "Refund", row });
  books.documents.push({ kind: "credit_note", at, refundId: id });
}
