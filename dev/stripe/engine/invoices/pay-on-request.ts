import type Stripe from "stripe";
import { invalidRequest, StripeError } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { type Decline, declineBody } from "../declines";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { attachMethod, resolveMethod } from "../payment-methods";
import { finalizeInvoice } from "./finalize-invoice";
import { cancelPayments, defaultPaymentOf } from "./invoice-payments";
import { methodOf, payInvoice } from "./pay-invoice";
import { markPaid } from "./settle-invoice";

/** Pays now, whatever the schedule says; answers 402 when the card is refused. https://docs.stripe.com/api/invoices/pay */
export function payOnRequest(engine: Engine, id: string, params: Stripe.InvoicePayParams): WireInvoice {
  const invoice = payable(engine, id);
  if (params.paid_out_of_band) return payOutOfBand(engine, invoice);
  const method = params.payment_method ? chosenMethod(engine, invoice, params.payment_method) : null;
  if (!method && invoice.amount_due > 0 && !methodOf(engine, invoice)) {
    throw invalidRequest(
      "There is no `default_payment_method` set on this Customer or Invoice. Please set one before attempting to pay the invoice.",
      { code: "missing" },
    );
  }
  const outcome = payInvoice(engine, invoice, { method, offSession: params.off_session ?? true });
  if (outcome.failure) throw refused(engine, outcome.invoice, outcome.failure);
  if (outcome.actionRequired) throw actionRequired();
  return outcome.invoice;
}

function payable(engine: Engine, id: string): WireInvoice {
  const invoice = engine.require("invoice", id);
  if (invoice.status === "paid") throw invalidRequest("Invoice is already paid");
  if (invoice.status === "void") {
    throw invalidRequest("This invoice was voided. A voided invoice can't be paid.");
  }
  return invoice;
}

/** Cash, a wire: the invoice is paid, and nothing is charged. */
function payOutOfBand(engine: Engine, invoice: WireInvoice): WireInvoice {
  const open = invoice.status === "draft" ? finalizeInvoice(engine, invoice) : invoice;
  if (open.status === "paid") return open;
  cancelPayments(engine, open.id);
  return markPaid(engine, open, { paidBy: "out_of_band", amount: open.amount_remaining });
}

function chosenMethod(engine: Engine, invoice: WireInvoice, id: string): string {
  const method = resolveMethod(engine, id);
  const customer = idOf(invoice.customer) ?? "";
  if (idOf(method.customer) === customer) return method.id;
  if (idOf(method.customer) === null && method.id !== id) return attachMethod(engine, method, customer).id;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param: "payment_method" },
  );
}

function refused(engine: Engine, invoice: WireInvoice, decline: Decline): StripeError {
  const payment = defaultPaymentOf(engine, invoice.id);
  const intent = engine.store.objects.find("payment_intent", idOf(payment?.payment.payment_intent) ?? "");
  return new StripeError(
    402,
    {
      ...declineBody(decline),
      ...(intent ? { charge: idOf(intent.latest_charge) ?? "", payment_intent: intent } : {}),
    },
    { keepsState: true },
  );
}

/** https://docs.stripe.com/error-codes#invoice-payment-intent-requires-action */
function actionRequired(): StripeError {
  return new StripeError(
    402,
    {
      type: "card_error",
      code: "invoice_payment_intent_requires_action",
      message:
        "This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.",
    },
    { keepsState: true },
  );
}
