import type Stripe from "stripe";
import { type LocalStripeOptions } from "@/dev/stripe/local-stripe";
import { startLocalStripe, type Running } from "./start-local-stripe";

export const DAY = 24 * 60 * 60;
export const HOUR = 60 * 60;
/** 1 June 2030, where the clock of every customer starts. */
export const june = Date.UTC(2030, 5, 1) / 1000;

export interface Invoicing extends Running {
  clock: string;
  customer: string;
  /** Moves the customer's clock ahead. */
  advance: (seconds: number) => Promise<void>;
  /** Types of the events that match, oldest first. */
  told: (pattern: string) => Promise<string[]>;
}

/** A customer on a test clock whose default card is this one, or who has none. */
export async function startInvoicing(
  card: string | null = "pm_card_visa",
  options: LocalStripeOptions = {},
): Promise<Invoicing> {
  const running = await startLocalStripe(options);
  const { stripe } = running;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: june });
  const customer = await stripe.customers.create({
    test_clock: clock.id,
    invoice_prefix: "MIA",
    email: "mia@example.com",
    name: "Mia Wong",
  });
  if (card) await giveCard(stripe, customer.id, card);
  let now = june;
  return {
    ...running,
    clock: clock.id,
    customer: customer.id,
    advance: async (seconds) => {
      now += seconds;
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    },
    told: async (pattern) => {
      const { data } = await stripe.events.list({ type: pattern, limit: 100 });
      return data.map(({ type }) => type).reverse();
    },
  };
}

/** Attaches a test card and makes it the customer's default. */
export async function giveCard(stripe: Stripe, customer: string, card: string): Promise<string> {
  const { id } = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  return id;
}

/** A draft with one line of this amount. */
export async function draftInvoice(
  { stripe, customer }: Invoicing,
  amount: number,
  params: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<Stripe.Invoice> {
  const { id } = await stripe.invoices.create({ customer, ...params });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd", description: "Work" });
  return stripe.invoices.retrieve(id);
}

export async function openInvoice(
  invoicing: Invoicing,
  amount: number,
  params: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<Stripe.Invoice> {
  const { id } = await draftInvoice(invoicing, amount, params);
  return invoicing.stripe.invoices.finalizeInvoice(id);
}

export async function paidInvoice(invoicing: Invoicing, amount: number): Promise<Stripe.Invoice> {
  const { id } = await draftInvoice(invoicing, amount);
  return invoicing.stripe.invoices.pay(id);
}

/** The intent that an invoice waits for, or was paid with. */
export async function intentOf(stripe: Stripe, invoice: string): Promise<Stripe.PaymentIntent> {
  const { data } = await stripe.invoicePayments.list({ invoice, expand: ["data.payment.payment_intent"] });
  return data[0]?.payment.payment_intent as Stripe.PaymentIntent;
}
