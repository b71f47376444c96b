import type Stripe from "stripe";
import { z } from "zod";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import type {
  FoundDispute,
  FoundInvoice,
  FoundPayment,
  FoundRefund,
  ReadingRange,
  ReconciliationGateway,
} from "@/lib/ports/reconciliation-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { toDispute } from "./disputes";
import { linesOf, toInvoice } from "./invoices";
import { toAttempt, toPayment } from "./payments";
import { toRefund } from "./refunds";
import { idOf, minor } from "./stripe-fields";
import { toSubscription } from "./subscriptions";

type Methods = ReconciliationGateway;

const limit = 100;
const inSeconds = (date: Date) => Math.floor(date.getTime() / 1_000);

const pageOf = ({ since, until, stripeCustomerId }: ReadingRange) => ({
  limit,
  created: { gte: inSeconds(since), lt: inSeconds(until) },
  ...(stripeCustomerId ? { customer: stripeCustomerId } : {}),
});

/** All that a list holds, its failures in our words. */
async function* all<T>(list: Stripe.ApiListPromise<T>): AsyncGenerator<T> {
  const items = list[Symbol.asyncIterator]();
  for (;;) {
    const next = await callStripe(() => items.next());
    if (next.done) return;
    yield next.value;
  }
}

async function unlessMissing<T>(request: () => Promise<T>): Promise<T | null> {
  try {
    return await callStripe(request);
  } catch (error) {
    if (error instanceof PaymentObjectMissing) return null;
    throw error;
  }
}

const refundedOf = z.object({ status: z.string(), amount_refunded: minor });
const customerOf = z.object({ payment_intent: z.object({ customer: idOf }).nullish() });

function refundedMinor(charges: readonly Stripe.Charge[]): bigint | null {
  const paid = charges
    .map((charge) => readAnswer(refundedOf, charge))
    .filter(({ status }) => status === "succeeded");
  return paid.length === 0 ? null : paid.reduce((sum, { amount_refunded: amount }) => sum + amount, 0n);
}

/** A charge that no payment intent led to was not made by us; it goes by its own id. */
function toLoneCharge(charge: Stripe.Charge): FoundPayment {
  const attempt = toAttempt(charge);
  const { amountMinor, currency, attemptedAt, failure } = attempt;
  return {
    paymentIntentId: charge.id,
    ...{ checkoutId: null, creditsMilli: null },
    stripeCustomerId: idOf.parse(charge.customer),
    status: attempt.status === "pending" ? "processing" : attempt.status,
    amountMinor,
    amountReceivedMinor: attempt.status === "succeeded" ? amountMinor : 0n,
    ...{
      currency,
      failure,
      createdAt: attemptedAt,
      attempts: [attempt],
      refundedMinor: refundedMinor([charge]),
    },
  };
}

export function toFound(charge: Stripe.Charge): FoundPayment {
  const intent = charge.payment_intent;
  if (!intent || typeof intent === "string") return toLoneCharge(charge);
  return { ...toPayment(intent, [toAttempt(charge)]), refundedMinor: refundedMinor([charge]) };
}

const ofIntent = ["payment_intent"];
const ofIntents = ["data.payment_intent"];

function toFoundRefund(refund: Stripe.Refund): FoundRefund {
  const { payment_intent: intent } = readAnswer(customerOf, refund);
  return { ...toRefund(refund), stripeCustomerId: intent?.customer ?? null };
}

function toFoundDispute(dispute: Stripe.Dispute): FoundDispute {
  const { payment_intent: intent } = readAnswer(customerOf, dispute);
  return { ...toDispute(dispute), stripeCustomerId: intent?.customer ?? null };
}

function moneyReturns(stripe: Stripe): Pick<Methods, "listRefunds" | "listDisputes"> {
  /** Stripe lists refunds and disputes by charge, not by customer. */
  async function* chargesOf(customer: string): AsyncGenerator<Stripe.Charge> {
    for await (const charge of all(stripe.charges.list({ customer, limit }))) {
      if (charge.status === "succeeded") yield charge;
    }
  }
  const within = ({ since, until }: ReadingRange, created: number) =>
    created >= inSeconds(since) && created < inSeconds(until);
  return {
    async *listRefunds(range) {
      if (!range.stripeCustomerId) {
        const list = stripe.refunds.list({ ...pageOf(range), expand: ofIntents });
        for await (const refund of all(list)) yield toFoundRefund(refund);
        return;
      }
      for await (const { id } of chargesOf(range.stripeCustomerId)) {
        for await (const refund of all(stripe.refunds.list({ charge: id, limit, expand: ofIntents }))) {
          if (within(range, refund.created)) yield toFoundRefund(refund);
        }
      }
    },
    async *listDisputes(range) {
      if (!range.stripeCustomerId) {
        const list = stripe.disputes.list({ ...pageOf(range), expand: ofIntents });
        for await (const dispute of all(list)) yield toFoundDispute(dispute);
        return;
      }
      for await (const { id, disputed } of chargesOf(range.stripeCustomerId)) {
        if (!disputed) continue;
        for await (const dispute of all(stripe.disputes.list({ charge: id, limit, expand: ofIntents }))) {
          if (within(range, dispute.created)) yield toFoundDispute(dispute);
        }
      }
    },
  };
}

function invoices(stripe: Stripe): Pick<Methods, "listInvoices" | "lookUpInvoice"> {
  const toFoundInvoice = async (invoice: Stripe.Invoice): Promise<FoundInvoice> => {
    const { paymentIntentIds: _, ...found } = toInvoice(invoice, await linesOf(stripe, invoice));
    return found;
  };
  return {
    async *listInvoices(range) {
      for await (const invoice of all(stripe.invoices.list(pageOf(range)))) {
        if (invoice.status !== "draft") yield await callStripe(() => toFoundInvoice(invoice));
      }
    },
    lookUpInvoice: (id) => unlessMissing(async () => toFoundInvoice(await stripe.invoices.retrieve(id))),
  };
}

function subscriptions(stripe: Stripe): Pick<Methods, "listSubscriptionsMade" | "lookUpSubscription"> {
  return {
    async *listSubscriptionsMade({ ended, ...range }) {
      const list = stripe.subscriptions.list({
        ...pageOf(range),
        ...(ended ? { status: "all" } : {}),
        expand: ["data.schedule"],
      });
      for await (const subscription of all(list)) yield toSubscription(subscription);
    },
    lookUpSubscription: (id) =>
      unlessMissing(async () =>
        toSubscription(await stripe.subscriptions.retrieve(id, { expand: ["schedule"] })),
      ),
  };
}

async function lookUpIntent(stripe: Stripe, id: string): Promise<FoundPayment> {
  const intent = await stripe.paymentIntents.retrieve(id);
  const charges = await stripe.charges
    .list({ payment_intent: id, limit })
    .autoPagingToArray({ limit: 1_000 });
  const refunds = await stripe.refunds
    .list({ payment_intent: id, limit })
    .autoPagingToArray({ limit: 1_000 });
  return {
    ...toPayment(intent, charges.map(toAttempt).reverse()),
    refundedMinor: refundedMinor(charges),
    refundIds: refunds.map((refund) => refund.id),
  };
}

export function reconciliationMethods(stripe: Stripe): Methods {
  return {
    ...moneyReturns(stripe),
    ...invoices(stripe),
    ...subscriptions(stripe),
    async *listPayments(range) {
      const list = stripe.charges.list({ ...pageOf(range), expand: ofIntents });
      for await (const charge of all(list)) yield toFound(charge);
    },
    lookUpPayment: (id) =>
      unlessMissing(async () =>
        id.startsWith("pi_") ? lookUpIntent(stripe, id) : toLoneCharge(await stripe.charges.retrieve(id)),
      ),
    lookUpRefund: (id) =>
      unlessMissing(async () => toFoundRefund(await stripe.refunds.retrieve(id, { expand: ofIntent }))),
    lookUpDispute: (id) =>
      unlessMissing(async () => toFoundDispute(await stripe.disputes.retrieve(id, { expand: ofIntent }))),
    lookUpCustomer: (id) =>
      unlessMissing(async () => {
        const customer = await stripe.customers.retrieve(id);
        return customer.deleted ? null : { userId: customer.metadata.user_id ?? null };
      }),
  };
}
