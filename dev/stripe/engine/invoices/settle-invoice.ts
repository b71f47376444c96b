import type Stripe from "stripe";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { reactToIntents } from "../intent-reactions";
import { paymentOfIntent } from "./invoice-payments";
import { tellInvoice } from "./invoice-reactions";

export const INVOICE_COLLECTS = "invoice_collects";
export const INVOICE_RETRIES = "invoice_retries";
export const INVOICE_OVERDUE = "invoice_overdue";

/** Where the money came from. */
type PaidBy = { paidBy: "money" | "out_of_band"; amount: number } | { paidBy: "balance" };

/** open (or uncollectible) → paid. Emits `invoice.paid` and, unless money came from elsewhere, `invoice.payment_succeeded`. */
export function markPaid(engine: Engine, invoice: WireInvoice, how: PaidBy): WireInvoice {
  stopCollecting(engine, invoice.id);
  const amount = how.paidBy === "balance" ? 0 : how.amount;
  const paid = engine.update(
    invoice,
    {
      amount_paid: invoice.amount_paid + amount,
      ...(how.paidBy === "out_of_band" ? { amount_paid_off_stripe: amount } : {}),
      amount_remaining: 0,
      attempt_count: how.paidBy === "money" ? Math.max(1, invoice.attempt_count) : invoice.attempt_count,
      attempted: true,
      auto_advance: false,
      next_payment_attempt: null,
      status: "paid",
      status_transitions: { ...invoice.status_transitions, paid_at: engine.now },
    },
    "invoice.updated",
  );
  setDelinquent(engine, paid, false);
  engine.emit("invoice.paid", paid);
  if (how.paidBy !== "out_of_band") engine.emit("invoice.payment_succeeded", paid);
  tellInvoice("paid", engine, paid);
  return engine.require("invoice", paid.id);
}

/** An attempt was refused. Emits `invoice.payment_failed`. */
export function recordFailure(engine: Engine, invoice: WireInvoice): WireInvoice {
  const failed = engine.update(invoice, attempted(invoice), "invoice.updated");
  setDelinquent(engine, failed, true);
  engine.emit("invoice.payment_failed", failed);
  tellInvoice("paymentFailed", engine, failed, "declined");
  return engine.require("invoice", failed.id);
}

/** From here on neither time nor retries touch it. */
export function stopCollecting(engine: Engine, invoice: string): void {
  engine.store.due.cancelAll(invoice);
}

/** It tracks the most recent change of any of the customer's invoices. https://docs.stripe.com/api/customers/object */
export function setDelinquent(engine: Engine, invoice: WireInvoice, delinquent: boolean): void {
  const customer = engine.store.objects.find("customer", idOf(invoice.customer) ?? "");
  if (customer) engine.update(customer, { delinquent }, "customer.updated");
}

const attempted = (invoice: WireInvoice): Partial<WireInvoice> => ({
  attempt_count: Math.max(1, invoice.attempt_count),
  attempted: true,
});

interface InvoiceOfIntent {
  invoice: WireInvoice;
  payment: Stripe.InvoicePayment;
}

/** The invoice that the intent pays, as long as it still waits for it. */
function findWaiting(engine: Engine, intent: Stripe.PaymentIntent): InvoiceOfIntent | null {
  const payment = paymentOfIntent(engine, intent.id);
  const invoice = engine.store.objects.find("invoice", idOf(payment?.invoice) ?? "");
  const waits = invoice?.status === "open" || invoice?.status === "uncollectible";
  return payment && invoice && waits ? { payment, invoice } : null;
}

reactToIntents({
  succeeded: (engine, intent) => {
    const found = findWaiting(engine, intent);
    if (!found) return;
    const payment = engine.update(found.payment, {
      amount_paid: intent.amount_received,
      status: "paid",
      status_transitions: { ...found.payment.status_transitions, paid_at: engine.now },
    });
    engine.emit("invoice_payment.paid", payment);
    markPaid(engine, found.invoice, { paidBy: "money", amount: intent.amount_received });
  },
  failed: (engine, intent) => {
    const found = findWaiting(engine, intent);
    if (found) recordFailure(engine, found.invoice);
  },
  actionRequired: (engine, intent) => {
    const found = findWaiting(engine, intent);
    if (!found) return;
    const waiting = engine.update(found.invoice, attempted(found.invoice), "invoice.updated");
    engine.emit("invoice.payment_action_required", waiting);
    tellInvoice("paymentFailed", engine, waiting, "action_required");
  },
});
