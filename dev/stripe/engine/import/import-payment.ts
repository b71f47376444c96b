import type Stripe from "stripe";
import { createFailedCharge, createSucceededCharge } from "../charges";
import { refusedFields, takenFields } from "../confirm-payment";
import { DECLINES, type Decline } from "../declines";
import { createIntent } from "../payment-intents";
import { type PaymentRecord } from "./import-records";
import { type ImportingEngine } from "./importing-engine";

type Try = PaymentRecord["tries"][number];

/** The intent before anybody tried to pay it. */
export function importIntent(engine: ImportingEngine, record: PaymentRecord): void {
  const { id, amount, currency, customer, description, metadata } = record;
  createIntent(engine, { id, amount, currency, customer, description, metadata });
}

/** One attempt with its charge, and what the intent is after it. */
export function importTry(engine: ImportingEngine, record: PaymentRecord, attempt: Try): void {
  const intent = engine.require("payment_intent", record.id);
  const method = engine.require("payment_method", record.card, "card");
  const input = { id: attempt.charge, intent, method, authenticated: false };
  const decline = attempt.decline && declineOf(attempt.decline);
  const charge = decline ? createFailedCharge(engine, input, decline) : createSucceededCharge(engine, input);
  engine.update(
    intent,
    decline ? refusedFields({ charge, decline, method }) : takenFields({ intent, charge, method }),
  );
}

/** What the intent pays of an invoice, once that is there. */
export function importInvoicePayment(engine: ImportingEngine, record: PaymentRecord): void {
  const invoice = engine.require("invoice", record.invoice ?? "", "invoice");
  const paidAt = invoice.status_transitions.paid_at;
  const payment = engine.create("invoice_payment", {
    amount_paid: paidAt === null ? null : record.amount,
    amount_requested: record.amount,
    currency: record.currency,
    invoice: invoice.id,
    is_default: true,
    payment: { payment_intent: record.id, type: "payment_intent" },
    status: paidAt === null ? "open" : "paid",
    status_transitions: { canceled_at: null, paid_at: paidAt },
  } satisfies Partial<Stripe.InvoicePayment>);
  engine.store.objects.addHidden(invoice.id, { defaultPayment: payment.id });
  engine.store.objects.addHidden(record.id, { invoicePayment: payment.id });
}

function declineOf({ code, decline_code: declineCode, message }: NonNullable<Try["decline"]>): Decline {
  const known = Object.values<Decline>(DECLINES).find((one) => one.declineCode === declineCode);
  return { adviceCode: null, ...known, code, declineCode, message };
}
