import type Stripe from "stripe";

/** Everything that Stripe knows of a run, read through its API alone. */
export interface Facts {
  /** Lookup keys by price. */
  prices: Map<string, string>;
  customers: Stripe.Customer[];
  sessions: Stripe.Checkout.Session[];
  intents: Stripe.PaymentIntent[];
  charges: Stripe.Charge[];
  invoices: Invoice[];
  subscriptions: Stripe.Subscription[];
  refunds: Stripe.Refund[];
  disputes: Stripe.Dispute[];
  events: { id: string; type: string }[];
}

export interface Invoice {
  invoice: Stripe.Invoice;
  lines: Stripe.InvoiceLineItem[];
  /** The payment intents that were to pay it. */
  intentIds: string[];
}

const page = { limit: 100 };

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === "string" ? value : (value?.id ?? null);

async function readInvoices(stripe: Stripe): Promise<Invoice[]> {
  const invoices = await all(stripe.invoices.list({ ...page, expand: ["data.payments"] }));
  return Promise.all(
    invoices.map(async (invoice) => ({
      invoice,
      lines: invoice.lines.has_more
        ? await all(stripe.invoices.listLineItems(invoice.id, page))
        : invoice.lines.data,
      intentIds: (invoice.payments?.data ?? []).flatMap(({ payment }) => idOf(payment.payment_intent) ?? []),
    })),
  );
}

export async function readFacts(stripe: Stripe): Promise<Facts> {
  const prices = await all(stripe.prices.list(page));
  return {
    prices: new Map(prices.map(({ id, lookup_key }) => [id, lookup_key ?? ""])),
    customers: await all(stripe.customers.list(page)),
    sessions: await all(stripe.checkout.sessions.list({ ...page, expand: ["data.line_items"] })),
    intents: await all(stripe.paymentIntents.list(page)),
    charges: await all(stripe.charges.list(page)),
    invoices: await readInvoices(stripe),
    subscriptions: await all(
      stripe.subscriptions.list({ ...page, status: "all", expand: ["data.schedule"] }),
    ),
    refunds: await all(stripe.refunds.list(page)),
    disputes: await all(stripe.disputes.list(page)),
    events: (await all(stripe.events.list(page))).map(({ id, type }) => ({ id, type })),
  };
}
