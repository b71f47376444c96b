import type { Prisma } from "@/lib/db";
import type { PlanTerms } from "@/lib/catalog/types";
import type { Period } from "@/lib/ports/subscription-gateway";
import { splitAmount } from "@/lib/shared/split-amount";
import { grantsOfInvoice } from "@/lib/subscriptions";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import { grant, recordLots } from "./grant";
import type { Person } from "./person";
import { recordPayment, type PaymentRow, type Try } from "./record-payment";

/** What is billed, or given back where negative: a whole period, or what is left of one. */
export interface BilledLine {
  terms: PlanTerms;
  amountMinor: bigint;
  period: Period;
  /** Of which `period` is a part. */
  partOf?: Period;
}

interface InvoiceStory {
  /** Unique in the seed. */
  name: string;
  stripeNumber: string;
  subscription: { id: string; stripeItemId: string };
  reason: "subscription_create" | "subscription_cycle" | "subscription_update";
  issuedAt: Date;
  lines: readonly BilledLine[];
  tries: readonly [Try, ...Try[]];
  nextAttemptAt?: Date | null;
}

function toLines({ name, subscription, lines }: InvoiceStory) {
  return lines.map(({ terms, amountMinor, period, partOf }, index) => ({
    ...{
      lineId: `il_seed_${name}_${index + 1}`,
      amountMinor,
      quantity: 1,
      period,
      proration: Boolean(partOf),
    },
    description: partOf
      ? `${amountMinor < 0n ? "Unused" : "Remaining"} time on ${terms.planName}`
      : `1 × ${terms.planName}`,
    ...{ stripePriceId: terms.stripePriceId, unitAmountMinor: terms.amountMinor },
    ...{ stripeItemId: subscription.stripeItemId, credited: null, wholePeriod: partOf ?? null },
  }));
}

type Lines = ReturnType<typeof toLines>;

const toStored = (lines: Lines): Prisma.InputJsonArray =>
  lines.map(({ wholePeriod: _, amountMinor, unitAmountMinor, period, ...line }) => ({
    ...{ ...line, amountMinor: amountMinor.toString(), unitAmountMinor: unitAmountMinor.toString() },
    period: { startsAt: period.startsAt.toISOString(), endsAt: period.endsAt.toISOString() },
  }));

/** What the catalogue of the product says that these lines bring. */
function grantsOf(name: string, lines: Lines, billed: readonly BilledLine[]) {
  const terms = new Map(billed.map((line) => [line.terms.stripePriceId, line.terms]));
  return grantsOfInvoice(`in_seed_${name}`, lines, (price) => terms.get(price ?? "") ?? null);
}

function credit(books: Books, payment: PaymentRow, { at, reference, grants }: Credited): void {
  const costs = splitAmount(
    payment.amountMinor,
    grants.map(({ creditsMilli }) => creditsMilli),
  );
  const { userId, currency } = payment;
  const lots = grants.map(({ key, creditsMilli, effectiveAt, expiresAt, description }, index) => {
    const costMinor = costs[index] ?? 0n;
    const words = { key, reference, description };
    grant(books, {
      ...{
        ...words,
        at,
        userId,
        kind: "subscription",
        creditsMilli,
        effectiveAt,
        expiresAt,
        costMinor,
        currency,
      },
    });
    return { lotKey: key, costMinor, creditsMilli };
  });
  recordLots(books, payment.id, lots);
}

interface Credited {
  at: Date;
  reference: string;
  grants: ReturnType<typeof grantsOf>;
}

/** An invoice with the payment of it, every try, and, once it is paid, its months' credits and our document. */
export function bill(books: Books, person: Person, story: InvoiceStory): PaymentRow {
  const { name, stripeNumber, subscription, reason, issuedAt, tries, nextAttemptAt = null } = story;
  const lines = toLines(story);
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const grants = grantsOf(name, lines, story.lines);
  const creditsMilli = grants.reduce((sum, one) => sum + one.creditsMilli, 0n);
  const last = tries.at(-1) ?? tries[0];
  const paidAt = last.decline ? null : last.at;
  const id = seededId(`invoice ${name}`, issuedAt);
  const main = story.lines.find(({ amountMinor }) => amountMinor >= 0n)?.terms;
  books.invoices.push({
    ...{ id, userId: person.userId, subscriptionId: subscription.id, stripeInvoiceId: `in_seed_${name}` },
    ...{ stripeNumber, status: paidAt ? "paid" : "open", reason, currency: person.currency, totalMinor },
    ...{ paidMinor: paidAt ? totalMinor : 0n, dueMinor: paidAt ? 0n : totalMinor, lines: toStored(lines) },
    ...{
      attemptCount: tries.length,
      nextAttemptAt,
      creditsMilli: paidAt ? creditsMilli : 0n,
      creditedAt: paidAt,
    },
    ...{ issuedAt, paidAt, syncSeq: 0n, updatedAt: last.at },
  });
  const payment = recordPayment(books, person, {
    ...{ name, kind: "subscription", creditsMilli, amountMinor: totalMinor, tries, invoiceId: id },
    description: `${main?.planName ?? ""}, ${main?.interval === "year" ? "yearly" : "monthly"}`,
  });
  if (paidAt) {
    credit(books, payment, { at: paidAt, reference: `invoice:${id}`, grants });
    books.documents.push({ kind: "invoice", at: paidAt, invoiceId: id });
  }
  return payment;
}
