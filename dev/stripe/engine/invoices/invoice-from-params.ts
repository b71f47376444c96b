import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { readCurrency } from "../currency";
import { discountsFromParams } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { createInvoice } from "./create-invoice";
import { type InvoiceDraft } from "./invoice-draft";
import { checkDue, chosenFields, ownMethod } from "./invoice-fields";

/** A draft that an integration asks for, empty but for the items that wait. https://docs.stripe.com/api/invoices/create */
export function createInvoiceFromParams(engine: Engine, params: Stripe.InvoiceCreateParams): WireInvoice {
  const subscription = params.subscription
    ? engine.require("subscription", params.subscription, "subscription")
    : null;
  const customerId = params.customer ?? idOf(subscription?.customer);
  if (!customerId) {
    throw invalidRequest("Missing required param: customer.", {
      code: "parameter_missing",
      param: "customer",
    });
  }
  const customer = engine.require("customer", customerId, "customer");
  const method = params.collection_method ?? "charge_automatically";
  checkDue(engine, params, method);
  const id = newId("in_");
  const draft: InvoiceDraft = {
    autoAdvance: params.auto_advance ?? false,
    billingReason: "manual",
    collectionMethod: method,
    currency: readCurrency(params.currency ?? subscription?.currency ?? customer.currency ?? "usd"),
    customer,
    daysUntilDue: params.days_until_due ?? null,
    defaultPaymentMethod: ownMethod(engine, customer.id, params.default_payment_method),
    description: params.description ?? null,
    discounts: discountsOf(engine, params, { customer, invoice: id }),
    lines: [],
    metadata: mergeMetadata({}, params.metadata),
    period: { start: engine.now, end: engine.now },
    subscription,
  };
  const pending = params.pending_invoice_items_behavior === "include" ? "include" : "exclude";
  const created = createInvoice(engine, draft, { id, pending });
  return engine.update(created, chosenFields(engine, id, params));
}

function discountsOf(
  engine: Engine,
  { discounts }: Stripe.InvoiceCreateParams,
  { customer, invoice }: { customer: Stripe.Customer; invoice: string },
): string[] {
  if (discounts === undefined) return customer.discount ? [customer.discount.id] : [];
  return discountsFromParams(engine, discounts, { customer: customer.id, invoice });
}
