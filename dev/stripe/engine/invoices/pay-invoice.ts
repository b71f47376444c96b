import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { attemptPayment, nextStep } from "../confirm-payment";
import { type Decline } from "../declines";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { planAttempt } from "./dunning";
import { finalizeInvoice } from "./finalize-invoice";
import { openIntentOf, openPayment } from "./invoice-payments";
import { tellInvoice } from "./invoice-reactions";
import { recordFailure } from "./settle-invoice";

export interface PayOptions {
  /** Before the invoice's own method, its subscription's and its customer's. */
  method?: string | null;
  offSession: boolean;
  returnUrl?: string | null;
  /** The schedule of retries asked for it. */
  isRetry?: boolean;
}

export interface PayOutcome {
  invoice: WireInvoice;
  failure: Decline | null;
  actionRequired: boolean;
}

/** There is nobody to charge. */
const NO_METHOD: Decline = {
  code: "missing",
  declineCode: "missing",
  message:
    "There is no `default_payment_method` set on this Customer or Invoice. Please set one before attempting to pay the invoice.",
  adviceCode: null,
};

/**
 * Charges what remains of an invoice; a draft is finalized first. Never throws for a refused card: that is an
 * outcome, on record and told to those who asked for the invoice. https://docs.stripe.com/api/invoices/pay
 */
export function payInvoice(engine: Engine, { id }: Pick<WireInvoice, "id">, options: PayOptions): PayOutcome {
  const found = engine.require("invoice", id);
  const invoice = found.status === "draft" ? finalizeInvoice(engine, found) : found;
  if (invoice.status === "paid") return { invoice, failure: null, actionRequired: false };
  checkPayable(invoice);
  const { isLast } = planAttempt(engine, invoice, options.isRetry ?? false);
  const outcome = attempt(engine, engine.require("invoice", id), options);
  if (isLast && outcome.invoice.status === "open") tellInvoice("exhausted", engine, outcome.invoice);
  return { ...outcome, invoice: engine.require("invoice", id) };
}

/** The method that pays an invoice when none is named. */
export function methodOf(engine: Engine, invoice: WireInvoice): Stripe.PaymentMethod | null {
  const subscription = engine.store.objects.find(
    "subscription",
    idOf(invoice.parent?.subscription_details?.subscription) ?? "",
  );
  const customer = engine.store.objects.find("customer", idOf(invoice.customer) ?? "");
  const id =
    idOf(invoice.default_payment_method) ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method) ??
    idOf(customer?.default_source);
  const method = engine.store.objects.find("payment_method", id ?? "");
  // One that was detached stays named where it was the default, and pays nothing any more.
  return idOf(method?.customer) === customer?.id ? method : null;
}

function attempt(engine: Engine, invoice: WireInvoice, options: PayOptions): PayOutcome {
  const method = options.method
    ? engine.require("payment_method", options.method, "payment_method")
    : methodOf(engine, invoice);
  if (!method) {
    const failed = options.isRetry ? invoice : recordFailure(engine, invoice);
    return { invoice: failed, failure: NO_METHOD, actionRequired: false };
  }
  const intent = openIntentOf(engine, invoice.id) ?? newIntent(engine, invoice);
  // A card that needs its owner leaves the intent waiting for authentication, where the owner can finish it.
  const ownerNeeded = nextStep(engine, method, { offSession: options.offSession }) === "owner_needed";
  const result = attemptPayment(
    engine,
    { intent, method },
    { offSession: options.offSession && !ownerNeeded, returnUrl: options.returnUrl ?? null },
  );
  const after = engine.require("invoice", invoice.id);
  const actionRequired = result.intent.status === "requires_action";
  if (actionRequired && options.offSession) engine.emit("invoice.payment_failed", after);
  return { invoice: after, failure: result.failure?.decline ?? null, actionRequired };
}

function newIntent(engine: Engine, invoice: WireInvoice): Stripe.PaymentIntent {
  const payment = openPayment(engine, invoice);
  return engine.require("payment_intent", idOf(payment.payment.payment_intent) ?? "");
}

function checkPayable(invoice: WireInvoice): void {
  if (invoice.status === "open" || invoice.status === "uncollectible") return;
  throw invalidRequest(
    `Invoices with a status of \`${invoice.status ?? ""}\` can't be paid. Only invoices that are open or uncollectible can be.`,
  );
}
