import type Stripe from "stripe";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { cancelIntent, createIntent } from "../payment-intents";
import { type HiddenInvoice } from "./invoice-draft";

const ENDED = new Set(["succeeded", "canceled"]);

/** What an intent knows and does not show. */
interface HiddenIntent {
  invoicePayment: string;
}

/** How payments of an invoice are described where they are seen without it. */
const DESCRIPTIONS: Record<string, string> = {
  subscription_create: "Subscription creation",
  subscription_cycle: "Subscription update",
  subscription_update: "Subscription update",
};

/** The payment that the invoice waits for, made together with its intent. */
export function openPayment(engine: Engine, invoice: WireInvoice): Stripe.InvoicePayment {
  const reason = invoice.billing_reason ?? "manual";
  const intent =
    prepaidIntent(engine, invoice) ??
    createIntent(engine, {
      amount: invoice.amount_remaining,
      currency: invoice.currency,
      customer: idOf(invoice.customer),
      description: DESCRIPTIONS[reason] ?? "Payment for Invoice",
      setup_future_usage: reason === "subscription_create" ? "off_session" : null,
      statement_descriptor: invoice.statement_descriptor,
    });
  const payment = engine.create("invoice_payment", {
    amount_paid: null,
    amount_requested: invoice.amount_remaining,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
  const { objects } = engine.store;
  objects.addHidden<HiddenInvoice>(invoice.id, { defaultPayment: payment.id });
  objects.addHidden<HiddenIntent>(intent.id, { invoicePayment: payment.id });
  return payment;
}

/** A checkout page took the money before there was a subscription, let alone an invoice. */
function prepaidIntent(engine: Engine, invoice: WireInvoice): Stripe.PaymentIntent | null {
  const subscription = idOf(invoice.parent?.subscription_details?.subscription) ?? "";
  const { intent } = engine.store.objects.hidden<{ intent: string | null }>(subscription);
  return engine.store.objects.find("payment_intent", intent ?? "");
}

/** Newest first, as lists are. */
export function paymentsOf(engine: Engine, invoice: string): Stripe.InvoicePayment[] {
  return engine.store.objects.list("invoice_payment", { where: { invoice }, limit: 100 }).data;
}

export function defaultPaymentOf(engine: Engine, invoice: string): Stripe.InvoicePayment | null {
  const { defaultPayment } = engine.store.objects.hidden<HiddenInvoice>(invoice);
  return engine.store.objects.find("invoice_payment", defaultPayment ?? "");
}

/** What an intent pays of an invoice; null when it pays none. */
export function paymentOfIntent(engine: Engine, intent: string): Stripe.InvoicePayment | null {
  const { invoicePayment } = engine.store.objects.hidden<HiddenIntent>(intent);
  return engine.store.objects.find("invoice_payment", invoicePayment ?? "");
}

/** What a browser confirms the invoice's payment with. */
export function confirmationSecretOf(
  engine: Engine,
  invoice: string,
): { client_secret: string; type: string } | null {
  const payment = defaultPaymentOf(engine, invoice);
  const intent = engine.store.objects.find("payment_intent", idOf(payment?.payment.payment_intent) ?? "");
  return intent?.client_secret ? { client_secret: intent.client_secret, type: "payment_intent" } : null;
}

/** The intent that the invoice is to be paid with, as long as it can still succeed. */
export function openIntentOf(engine: Engine, invoice: string): Stripe.PaymentIntent | null {
  const payment = defaultPaymentOf(engine, invoice);
  const intent = engine.store.objects.find("payment_intent", idOf(payment?.payment.payment_intent) ?? "");
  return intent && !ENDED.has(intent.status) ? intent : null;
}

/** Nothing will be collected any more. */
export function cancelPayments(engine: Engine, invoice: string): void {
  for (const payment of paymentsOf(engine, invoice)) {
    if (payment.status !== "open") continue;
    engine.update(payment, {
      status: "canceled",
      status_transitions: { ...payment.status_transitions, canceled_at: engine.now },
    });
    const intent = engine.store.objects.find("payment_intent", idOf(payment.payment.payment_intent) ?? "");
    if (intent && !ENDED.has(intent.status)) cancelIntent(engine, intent, "void_invoice");
  }
}
