import { z } from "zod";
import { DISPUTE_REASONS } from "@/dev/stripe/engine/disputes/dispute-reasons";
import type { ImportBody } from "@/dev/stripe/engine/import/import-records";
import { inSeconds } from "./plan-records";
import type { Seeded } from "./read-seeded";

const unhyphened = (id: string) => id.replaceAll("-", "");

/** The one that Stripe has; one of the seed's before that. */
export const customerIdOf = ({ stripeCustomerId, userId }: Seeded) =>
  stripeCustomerId ?? `cus_seed_${unhyphened(userId)}`;

const cardIdOf = ({ userId }: Seeded) => `pm_seed_${unhyphened(userId)}`;

const working: Readonly<Record<string, string>> = {
  "4444": "5555555555554444",
  "8210": "5200828282828210",
  "0005": "378282246310005",
};
const refused: Readonly<Record<string, string>> = {
  insufficient_funds: "4000000000009995",
  lost_card: "4000000000009987",
  expired_card: "4000000000000069",
};

/** A test card that goes on as the story left it: who is past due has a bank that still refuses. */
function numberOf({ subscriptions, payments }: Seeded, last4: string): string {
  const troubled = subscriptions.some(({ status }) => status === "past_due");
  const decline = payments.findLast(({ invoiceId }) => invoiceId)?.declineCode;
  if (troubled) return refused[decline ?? ""] ?? "4000000000000341";
  return working[last4] ?? "4242424242424242";
}

function toCard(one: Seeded): NonNullable<ImportBody["cards"]> {
  const [first] = one.payments;
  const { cardBrand: brand, cardLast4: last4 } = first ?? {};
  if (!brand || !last4) return [];
  return [
    {
      ...{ id: cardIdOf(one), customer: customerIdOf(one), created: createdOf(one), brand, last4 },
      ...{ number: numberOf(one, last4), saved: one.subscriptions.length > 0 },
    },
  ];
}

/** Stripe meets somebody at their first try to pay. */
function createdOf({ createdAt, payments, subscriptions }: Seeded): number {
  const times = [
    ...payments.flatMap(({ attempts }) => attempts.map(({ attemptedAt }) => attemptedAt)),
    ...subscriptions.map(({ startedAt }) => startedAt),
    createdAt,
  ];
  return Math.min(...times.map(inSeconds));
}

/** Numbers of invoices go on after those of the latest plan. */
function numbering({ invoices }: Seeded) {
  const [, prefix, last] = /^(.+)-(\d+)$/.exec(invoices.at(-1)?.stripeNumber ?? "") ?? [];
  return prefix && last ? { invoice_prefix: prefix, next_invoice_sequence: Number(last) + 1 } : {};
}

function toPayments(one: Seeded): NonNullable<ImportBody["payments"]> {
  const bills = new Map(one.invoices.map(({ id, stripeInvoiceId }) => [id, stripeInvoiceId]));
  return one.payments.map((payment) => ({
    ...{ id: payment.stripePaymentIntentId, customer: customerIdOf(one), card: cardIdOf(one) },
    ...{ amount: Number(payment.amountMinor), currency: payment.currency, description: payment.description },
    invoice: bills.get(payment.invoiceId ?? "") ?? null,
    tries: payment.attempts.map(({ attemptKey: charge, attemptedAt, ...attempt }) => {
      const { failureCode: code, declineCode, failureMessage: message } = attempt;
      const decline =
        attempt.status === "failed"
          ? { code: code ?? "card_declined", decline_code: declineCode ?? "", message: message ?? "" }
          : null;
      return { charge, at: inSeconds(attemptedAt), decline };
    }),
  }));
}

const refundReason = z.enum(["duplicate", "fraudulent", "requested_by_customer"]).nullable().catch(null);

function toReturns({ refunds, disputes }: Seeded): Pick<ImportBody, "refunds" | "disputes"> {
  return {
    refunds: refunds.map(({ id, stripeRefundId, payment, amountMinor, createdAt, reason }) => ({
      ...{ id: stripeRefundId ?? "", charge: payment.stripeChargeId ?? "", amount: Number(amountMinor) },
      ...{ created: inSeconds(createdAt), reason: refundReason.parse(reason), metadata: { refund_id: id } },
    })),
    disputes: disputes.map(({ stripeDisputeId: id, payment, amountMinor, openedAt, ...dispute }) => {
      const { reason, status, dueBy, closedAt } = dispute;
      const over = closedAt && (status === "won" || status === "lost");
      return {
        ...{ id, charge: payment.stripeChargeId ?? "", amount: Number(amountMinor) },
        ...{ created: inSeconds(openedAt), reason: z.enum(DISPUTE_REASONS).parse(reason) },
        ...{ due_by: inSeconds(dueBy ?? openedAt) },
        closed: over ? { at: inSeconds(closedAt), status } : null,
      };
    }),
  };
}

/** Somebody, their card, and the money that went to and fro. */
export function customerRecords(one: Seeded): ImportBody {
  const { email, userId } = one;
  const customer = { id: customerIdOf(one), created: createdOf(one), email, name: one.user.name };
  return {
    customers: [{ ...customer, metadata: { user_id: userId }, ...numbering(one) }],
    ...{ cards: toCard(one), payments: toPayments(one) },
    ...toReturns(one),
  };
}
