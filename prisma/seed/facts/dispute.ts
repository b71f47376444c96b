import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";
import { lotsOf, takeBack } from "./pay-back";
import type { PaymentRow } from "./record-payment";

interface DisputeStory {
  at: Date;
  /** Unique in the seed. */
  name: string;
  /** As the bank says it. */
  reason: string;
  /** Null: an answer is due. */
  outcome: { status: "won" | "lost"; at: Date } | null;
}

const daysToAnswer = 12;

/** A chargeback: its credits are frozen while it is open, then free again or taken back. */
export function dispute(
  books: Books,
  payment: PaymentRow,
  { at, name, reason, outcome }: DisputeStory,
): void {
  if (at > books.now) return;
  const id = seededId(`dispute ${name}`, at);
  const { userId, currency, amountMinor } = payment;
  const reference = `dispute:${id}`;
  const touch = (act: "freeze" | "unfreeze", when: Date, description: string) => {
    for (const { lotKey } of lotsOf(books, payment.id))
      books.steps.push({
        ...{ at: when, userId, act, lotKey, key: `${reference}:0:${lotKey}:${act}`, reference, description },
      });
  };
  const row = {
    ...{
      id,
      userId,
      paymentId: payment.id,
      stripeDisputeId: `du_seed_${name}`,
      amountMinor,
      currency,
      reason,
    },
    ...{
      status: outcome?.status ?? "needs_response",
      dueBy: addDays(at, daysToAnswer),
      turns: outcome ? 1 : 0,
    },
    ...{ clawedMilli: 0n, debtMilli: 0n, frozenAt: outcome ? null : at, openedAt: at },
    ...{ clawedAt: outcome?.status === "lost" ? outcome.at : null, closedAt: outcome?.at ?? null },
    ...{ syncSeq: 0n, updatedAt: outcome?.at ?? at },
  } satisfies Prisma.DisputeCreateManyInput;
  books.disputes.push(row);
  touch("freeze", at, "Dispute opened");
  if (!outcome) return;
  touch("unfreeze", outcome.at, "Dispute closed");
  if (outcome.status === "won") return;
  const taken = { at: outcome.at, amountMinor, key: `${reference}:1`, reference, words: "Dispute lost", row };
  takeBack(books, payment, taken);
}
