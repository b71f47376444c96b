import { type WireInvoice } from "../../store/object-types";
import { composeInvoice } from "../invoices/compose-invoice";
import { type HiddenInvoice, type InvoiceDraft, type LineDraft } from "../invoices/invoice-draft";
import { shownLines, storeLines } from "../invoices/invoice-lines";
import { INVOICE_RETRIES, setDelinquent } from "../invoices/settle-invoice";
import { draftInvoice } from "../subscriptions/subscription-invoice";
import { type InvoiceRecord } from "./import-records";
import { type ImportingEngine } from "./importing-engine";

/** An invoice as it stands now, with its lines; its payment comes by itself. */
export function importInvoice(engine: ImportingEngine, record: InvoiceRecord): void {
  const { id } = record;
  const { values, lines } = composeInvoice(engine, draftOf(engine, record), "exclude");
  const stored = storeLines(
    engine,
    id,
    lines.map((line, place) => ({ ...line, id: record.lines[place]?.id ?? "" })),
  );
  const hidden: HiddenInvoice = { daysUntilDue: null, defaultPayment: null };
  const invoice = engine.create(
    "invoice",
    { ...values, ...presentState(engine, record, values), id, lines: shownLines(id, stored) },
    hidden,
  );
  if (invoice.status === "open") setDelinquent(engine, invoice, true);
}

/** The next try of an invoice that waits for one. */
export function continueInvoice(
  engine: ImportingEngine,
  { id, next_payment_attempt: next }: InvoiceRecord,
): void {
  if (next !== null) engine.schedule(INVOICE_RETRIES, id, next);
}

function draftOf(engine: ImportingEngine, record: InvoiceRecord): InvoiceDraft {
  const subscription = engine.require("subscription", record.subscription, "subscription");
  const item = subscription.items.data[0]?.id ?? "";
  const lines = record.lines.map((line): LineDraft => {
    const price = engine.require("price", line.price, "price");
    return {
      amount: line.amount,
      currency: price.currency,
      description: line.description,
      period: { start: line.period_start, end: line.period_end },
      price,
      quantity: line.quantity,
      proration: line.proration,
      subscriptionItem: item,
      discountable: !line.proration,
    };
  });
  const period = { start: record.created, end: record.created };
  return draftInvoice(engine, subscription, { reason: record.billing_reason, lines, period });
}

function presentState(
  engine: ImportingEngine,
  record: InvoiceRecord,
  { total = 0 }: Partial<WireInvoice>,
): Partial<WireInvoice> {
  const { id, created, paid_at: paidAt, attempt_count: attempts, next_payment_attempt: next } = record;
  const isPaid = paidAt !== null;
  return {
    number: record.number,
    status: isPaid ? "paid" : "open",
    amount_paid: isPaid ? total : 0,
    amount_remaining: isPaid ? 0 : total,
    attempt_count: attempts,
    attempted: attempts > 0,
    auto_advance: !isPaid && next !== null,
    next_payment_attempt: next,
    effective_at: created,
    ending_balance: 0,
    hosted_invoice_url: engine.pageUrl(`/i/${id}`),
    invoice_pdf: engine.pageUrl(`/i/${id}/pdf`),
    status_transitions: {
      finalized_at: created,
      marked_uncollectible_at: null,
      paid_at: paidAt,
      voided_at: null,
    },
  };
}
