import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import type { Decline } from "./decline";
import type { Person } from "./person";

/** A try to pay; null: it worked, and was the last. */
export interface Try {
  at: Date;
  decline: Decline | null;
}

interface PaymentStory {
  /** Unique in the seed. */
  name: string;
  kind: "purchase" | "subscription";
  description: string;
  creditsMilli: bigint;
  amountMinor: bigint;
  tries: readonly [Try, ...Try[]];
  invoiceId?: string;
}

export type PaymentRow = Prisma.PaymentCreateManyInput & {
  id: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  paidAt: Date | null;
};

function failureOf(decline: Decline | null | undefined) {
  const { code = null, declineCode = null, message = null } = decline ?? {};
  return { failureCode: code, declineCode, failureMessage: message };
}

const cardOf = ({ card }: Person) => ({ cardBrand: card.brand, cardLast4: card.last4 });

/** A payment as it stands now, with every try to make it. What it bought is not its matter. */
export function recordPayment(books: Books, person: Person, story: PaymentStory): PaymentRow {
  const { name, kind, description, creditsMilli, amountMinor, tries, invoiceId } = story;
  const { userId, currency } = person;
  const last = tries.at(-1) ?? tries[0];
  const paidAt = last.decline ? null : last.at;
  const chargeOf = (index: number) => `ch_seed_${name}_${index}`;
  const row = {
    ...{ id: seededId(name, last.at), userId, kind, description, creditsMilli, amountMinor, currency },
    ...{ invoiceId: invoiceId ?? null, status: paidAt ? ("succeeded" as const) : ("failed" as const) },
    ...{ stripePaymentIntentId: `pi_seed_${name}`, stripeChargeId: chargeOf(tries.length - 1) },
    ...{ ...cardOf(person), ...failureOf(last.decline), paidAt, creditedAt: paidAt, refundedMinor: 0n },
    ...{ syncSeq: 0n, createdAt: tries[0].at, updatedAt: last.at },
  };
  books.payments.push(row);
  tries.forEach(({ at, decline }, index) =>
    books.attempts.push({
      ...{ id: seededId(chargeOf(index), at), paymentId: row.id, attemptKey: chargeOf(index) },
      ...{ stripeChargeId: chargeOf(index), status: decline ? "failed" : "succeeded", amountMinor, currency },
      ...{ ...cardOf(person), ...failureOf(decline), attemptedAt: at },
    }),
  );
  return row;
}
