import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

const DAY = 24 * 60 * 60;
const june = Date.UTC(2030, 5, 1) / 1000;

interface Billing extends Running {
  clock: string;
  customer: string;
  advance: (days: number) => Promise<void>;
}

/** A customer on a test clock, whose default card is this one. */
async function startBilling(card: string | null = "pm_card_visa", options = {}): Promise<Billing> {
  const running = await startLocalStripe(options);
  const { stripe } = running;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: june });
  const customer = await stripe.customers.create({ test_clock: clock.id, invoice_prefix: "MIA" });
  if (card) {
    const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
  }
  let now = june;
  const advance = async (days: number): Promise<void> => {
    now += days * DAY;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
  };
  return { ...running, clock: clock.id, customer: customer.id, advance };
}

async function draftInvoice(
  { stripe, customer }: Billing,
  amount: number,
  params: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<Stripe.Invoice> {
  const { id } = await stripe.invoices.create({ customer, ...params });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd", description: "Work" });
  return stripe.invoices.retrieve(id);
}

const typesOf = async ({ stripe }: Running, pattern: string): Promise<string[]> =>
  (await stripe.events.list({ type: pattern, limit: 100 })).data.map(({ type }) => type).reverse();

describe("invoices", () => {
  it("goes from draft to open to paid (https://docs.stripe.com/invoicing/overview#invoice-statuses)", async () => {
    const billing = await startBilling();
    const { stripe } = billing;
    const draft = await draftInvoice(billing, 5000);
    expect(draft).toMatchObject({
      status: "draft",
      number: null,
      amount_due: 5000,
      total: 5000,
      ending_balance: null,
      billing_reason: "manual",
      auto_advance: false,
    });
    expect(draft.lines.data[0]).toMatchObject({
      amount: 5000,
      description: "Work",
      parent: { type: "invoice_item_details", invoice_item_details: { proration: false } },
    });
    const open = await stripe.invoices.finalizeInvoice(draft.id, {
      expand: ["payments.data.payment.payment_intent", "confirmation_secret"],
    });
    expect(open).toMatchObject({
      status: "open",
      number: "MIA-0001",
      amount_remaining: 5000,
      attempted: false,
    });
    const intent = open.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ amount: 5000, status: "requires_payment_method" });
    expect(open.confirmation_secret?.client_secret).toBe(intent.client_secret);
    const paid = await stripe.invoices.pay(draft.id);
    expect(paid).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_remaining: 0,
      attempt_count: 1,
      status_transitions: { finalized_at: june, paid_at: june },
    });
    expect(await typesOf(billing, "invoice.*")).toEqual([
      "invoice.created",
      "invoice.updated",
      "invoice.finalized",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
  });
});
