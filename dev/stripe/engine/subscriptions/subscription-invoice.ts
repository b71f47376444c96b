import type Stripe from "stripe";
import { invalidRequest, StripeError } from "../../server/stripe-error";
import { type WireInvoice, type WireSubscription } from "../../store/object-types";
import { type Decline, declineBody } from "../declines";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { finalizeInvoice } from "../invoices/finalize-invoice";
import { type InvoiceDraft, type LineDraft } from "../invoices/invoice-draft";
import { markUncollectible } from "../invoices/mark-uncollectible";
import { methodOf, payInvoice } from "../invoices/pay-invoice";
import { voidInvoice } from "../invoices/void-invoice";
import { type Period } from "./billing-cycle";
import { discountsOf } from "./subscription-discounts";

export type PaymentBehavior = "allow_incomplete" | "default_incomplete" | "error_if_incomplete";

/** The invoice a subscription asks for, as those who compose and preview invoices want it. */
export function draftInvoice(
  engine: Engine,
  subscription: WireSubscription,
  content: { reason: Stripe.Invoice.BillingReason; lines: LineDraft[]; period: Period },
): InvoiceDraft {
  const customer = engine.require("customer", idOf(subscription.customer) ?? "");
  return {
    customer,
    billingReason: content.reason,
    currency: subscription.currency,
    subscription,
    lines: content.lines,
    period: content.period,
    discounts: discountsOf(subscription, customer),
    collectionMethod: subscription.collection_method,
    daysUntilDue: subscription.days_until_due,
    defaultPaymentMethod: null,
    autoAdvance: subscription.status !== "unpaid" && subscription.pause_collection === null,
    description: null,
    metadata: {},
  };
}

interface Collection {
  invoice: WireInvoice;
  behavior: PaymentBehavior;
  offSession: boolean;
  byTime?: boolean;
}

/**
 * Finalizes and charges an invoice within the call that made it, which is refused when there is nothing to charge;
 * time is refused nothing, and the payment fails. `send_invoice` leaves the draft to time.
 * https://docs.stripe.com/billing/subscriptions/pending-updates-reference#payment-behavior
 */
export function collectNow(
  engine: Engine,
  subscription: WireSubscription,
  { invoice, behavior, offSession, byTime = false }: Collection,
): void {
  if (settlePaused(engine, subscription, invoice)) return;
  if (subscription.collection_method === "send_invoice" || subscription.status === "unpaid") return;
  const finalized = finalizeInvoice(engine, invoice);
  if (finalized.status !== "open" || behavior === "default_incomplete") return;
  if (!byTime && !methodOf(engine, finalized)) throw noMethod();
  const { failure, actionRequired } = payInvoice(engine, finalized, { offSession });
  if (behavior !== "error_if_incomplete") return;
  if (actionRequired) throw ownerNeeded();
  if (failure) throw declined(failure);
}

/** What becomes of invoices while collection is paused. https://docs.stripe.com/billing/subscriptions/pause-payment */
export function settlePaused(
  engine: Engine,
  { pause_collection: pause }: WireSubscription,
  invoice: WireInvoice,
): boolean {
  if (pause === null) return false;
  if (pause.behavior === "keep_as_draft") return true;
  const finalized = finalizeInvoice(engine, invoice);
  if (finalized.status !== "open") return true;
  if (pause.behavior === "void") voidInvoice(engine, finalized);
  else markUncollectible(engine, finalized);
  return true;
}

function noMethod(): StripeError {
  return invalidRequest(
    "This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.",
    { code: "resource_missing" },
  );
}

function ownerNeeded(): StripeError {
  return new StripeError(402, {
    type: "card_error",
    code: "subscription_payment_intent_requires_action",
    message:
      "Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with `subscription.latest_invoice`. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action",
  });
}

function declined(decline: Decline): StripeError {
  return new StripeError(402, declineBody(decline));
}
