import { z } from "zod";
import { DISPUTE_REASONS } from "../disputes/dispute-reasons";

const id = z.string().min(3).max(200);
const second = z.number().int().min(0);
const amount = z.number().int().min(1);
const currency = z.string().length(3);
const metadata = z.record(z.string(), z.string()).default({});

const price = z.strictObject({
  id,
  product: id,
  created: second,
  currency,
  unit_amount: amount,
  interval: z.enum(["month", "year"]).nullable(),
});

const customer = z.strictObject({
  id,
  created: second,
  email: z.string(),
  name: z.string().nullable(),
  metadata,
  invoice_prefix: z.string().optional(),
  next_invoice_sequence: z.number().int().min(1).optional(),
});

const card = z.strictObject({
  id,
  customer: id.describe("whose payments it makes"),
  created: second,
  number: z.string().describe("the test card that says how it behaves"),
  brand: z.string(),
  last4: z.string().length(4),
  saved: z.boolean().describe("pays what is charged without the customer; others paid once"),
});

const subscription = z.strictObject({
  id,
  item: id,
  customer: id,
  price: id,
  created: second,
  billing_cycle_anchor: second,
  period_start: second,
  period_end: second,
  status: z.enum(["active", "past_due", "canceled"]),
  cancel_at_period_end: z.boolean(),
  ended_at: second.nullable(),
  feedback: z
    .enum([
      ...(["too_expensive", "unused", "missing_features", "switched_service", "other"] as const),
      ...(["customer_service", "low_quality", "too_complex"] as const),
    ])
    .nullable(),
  latest_invoice: id.nullable(),
  next: z.strictObject({ schedule: id, price: id }).nullable().describe("from the next period on"),
});

const line = z.strictObject({
  id,
  amount: z.number().int(),
  description: z.string(),
  period_start: second,
  period_end: second,
  price: id,
  quantity: z.number().int().min(1),
  proration: z.boolean(),
});

const invoice = z.strictObject({
  id,
  number: z.string(),
  subscription: id,
  created: second,
  billing_reason: z.enum(["subscription_create", "subscription_cycle", "subscription_update"]),
  lines: z.array(line).min(1).max(100),
  paid_at: second.nullable().describe("open without it"),
  attempt_count: z.number().int().min(0),
  next_payment_attempt: second.nullable(),
});

const payment = z.strictObject({
  id,
  customer: id,
  card: id,
  amount,
  currency,
  description: z.string(),
  metadata,
  invoice: id.nullable(),
  tries: z
    .array(
      z.strictObject({
        charge: id,
        at: second,
        decline: z
          .strictObject({ code: z.string(), decline_code: z.string(), message: z.string() })
          .nullable()
          .describe("null: it was paid"),
      }),
    )
    .min(1)
    .max(20),
});

const refund = z.strictObject({
  id,
  charge: id,
  created: second,
  amount,
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).nullable(),
  metadata,
});

const dispute = z.strictObject({
  id,
  charge: id,
  created: second,
  amount,
  reason: z.enum(DISPUTE_REASONS),
  due_by: second,
  closed: z.strictObject({ at: second, status: z.enum(["won", "lost"]) }).nullable(),
});

/** A history that is to be there as if it had happened here. Times are seconds, amounts minor units. */
export const importBody = z.strictObject({
  prices: z.array(price).default([]),
  customers: z.array(customer).default([]),
  cards: z.array(card).default([]),
  subscriptions: z.array(subscription).default([]),
  invoices: z.array(invoice).default([]),
  payments: z.array(payment).default([]),
  refunds: z.array(refund).default([]),
  disputes: z.array(dispute).default([]),
});

export type ImportBody = z.input<typeof importBody>;
export type History = z.output<typeof importBody>;

type RecordOf<Kind extends keyof History> = History[Kind][number];
export type PriceRecord = RecordOf<"prices">;
export type CustomerRecord = RecordOf<"customers">;
export type CardRecord = RecordOf<"cards">;
export type SubscriptionRecord = RecordOf<"subscriptions">;
export type InvoiceRecord = RecordOf<"invoices">;
export type PaymentRecord = RecordOf<"payments">;
export type RefundRecord = RecordOf<"refunds">;
export type DisputeRecord = RecordOf<"disputes">;
