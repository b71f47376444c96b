import type Stripe from "stripe";
import { z } from "zod";
import type {
  GatewayInvoice,
  GatewayInvoiceLine,
  GatewayPlanChange,
  SubscriptionGateway,
} from "@/lib/ports/subscription-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, minor, time } from "./stripe-fields";

type Methods = Pick<
  SubscriptionGateway,
  "getInvoice" | "listInvoiceIds" | "findInvoiceOfPayment" | "previewPlanChange"
>;

const creditedSchema = z
  .object({
    credited_items: z.object({ invoice: z.string(), invoice_line_items: z.array(z.string()) }).nullish(),
  })
  .nullish();

const lineSchema = z.object({
  id: z.string(),
  description: z.string().nullable(),
  amount: minor,
  quantity: z.number().nullable(),
  period: z.object({ start: time, end: time }),
  pricing: z
    .object({
      price_details: z.object({ price: idOf }).nullish(),
      unit_amount_decimal: z.coerce.string().nullish(),
    })
    .nullish(),
  parent: z
    .object({
      subscription_item_details: z
        .object({ subscription_item: z.string(), proration: z.boolean(), proration_details: creditedSchema })
        .nullish(),
      invoice_item_details: z
        .object({ subscription: idOf, proration: z.boolean(), proration_details: creditedSchema })
        .nullish(),
    })
    .nullish(),
});

const invoiceSchema = z.object({
  id: z.string().nullish(),
  customer: idOf,
  parent: z.object({ subscription_details: z.object({ subscription: idOf }).nullish() }).nullish(),
  number: z.string().nullish(),
  status: z.enum(["draft", "open", "paid", "void", "uncollectible"]).nullish(),
  billing_reason: z.string().nullable(),
  currency: z.string(),
  total: minor,
  amount_paid: minor,
  amount_remaining: minor,
  hosted_invoice_url: z.string().nullish(),
  attempt_count: z.number().int(),
  next_payment_attempt: time.nullish(),
  created: time,
  status_transitions: z.object({ finalized_at: time.nullish(), paid_at: time.nullish() }),
  payments: z.object({ data: z.array(z.object({ payment: z.object({ payment_intent: idOf }) })) }).nullish(),
});

function toLine(answer: unknown): GatewayInvoiceLine {
  const line = readAnswer(lineSchema, answer);
  const details = line.parent?.subscription_item_details ?? line.parent?.invoice_item_details;
  const credited = details?.proration_details?.credited_items;
  const unitAmount = line.pricing?.unit_amount_decimal;
  return {
    lineId: line.id,
    description: line.description ?? "",
    amountMinor: line.amount,
    quantity: line.quantity ?? 1,
    stripePriceId: line.pricing?.price_details?.price ?? null,
    unitAmountMinor: unitAmount ? BigInt(Math.round(Number(unitAmount))) : null,
    stripeItemId: line.parent?.subscription_item_details?.subscription_item ?? null,
    period: { startsAt: line.period.start, endsAt: line.period.end },
    proration: details?.proration ?? false,
    credited: credited ? { stripeInvoiceId: credited.invoice, lineIds: credited.invoice_line_items } : null,
  };
}

export function toInvoice(answer: Stripe.Invoice, lines: readonly unknown[]): GatewayInvoice {
  const invoice = readAnswer(invoiceSchema, answer);
  return {
    stripeInvoiceId: invoice.id ?? "",
    stripeCustomerId: invoice.customer,
    stripeSubscriptionId: invoice.parent?.subscription_details?.subscription ?? null,
    number: invoice.number ?? null,
    status: invoice.status ?? "draft",
    reason: invoice.billing_reason ?? "manual",
    currency: invoice.currency,
    totalMinor: invoice.total,
    paidMinor: invoice.amount_paid,
    dueMinor: invoice.amount_remaining,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    attemptCount: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt ?? null,
    issuedAt: invoice.status_transitions.finalized_at ?? invoice.created,
    paidAt: invoice.status_transitions.paid_at ?? null,
    paymentIntentIds: (invoice.payments?.data ?? []).flatMap(({ payment }) => payment.payment_intent ?? []),
    lines: lines.map(toLine),
  };
}

function toPreviewParams(change: GatewayPlanChange): Stripe.InvoiceCreatePreviewParams {
  return {
    // Of its own customer, which need not be the one that purchases use.
    subscription: change.stripeSubscriptionId,
    subscription_details: {
      items: [{ id: change.stripeItemId, price: change.stripePriceId }],
      proration_behavior: "always_invoice",
      proration_date: Math.floor(change.prorationAt.getTime() / 1_000),
    },
  };
}

/** All of them: Stripe shows only the first ten with an invoice. */
export async function linesOf(stripe: Stripe, { id, lines }: Stripe.Invoice): Promise<readonly unknown[]> {
  if (!lines.has_more) return lines.data;
  return stripe.invoices.listLineItems(id, { limit: 100 }).autoPagingToArray({ limit: 1_000 });
}

export function invoiceMethods(stripe: Stripe): Methods {
  return {
    getInvoice: (id) =>
      callStripe(async () => {
        const invoice = await stripe.invoices.retrieve(id, { expand: ["payments"] });
        return toInvoice(invoice, await linesOf(stripe, invoice));
      }),
    listInvoiceIds: ({ stripeCustomerId, since }) =>
      callStripe(async () => {
        const { data } = await stripe.invoices.list({
          customer: stripeCustomerId,
          limit: 100,
          ...(since ? { created: { gte: Math.floor(since.getTime() / 1_000) } } : {}),
        });
        return data.flatMap(({ id, status }) => (id && status !== "draft" ? [id] : []));
      }),
    findInvoiceOfPayment: (paymentIntentId) =>
      callStripe(async () => {
        const { data } = await stripe.invoicePayments.list({
          payment: { type: "payment_intent", payment_intent: paymentIntentId },
          limit: 1,
        });
        const invoice = data[0]?.invoice;
        return typeof invoice === "string" ? invoice : (invoice?.id ?? null);
      }),
    previewPlanChange: (change) =>
      callStripe(async () => {
        const invoice = await stripe.invoices.createPreview(toPreviewParams(change));
        return toInvoice(invoice, invoice.lines.data);
      }),
  };
}
