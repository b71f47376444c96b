import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { readCurrency } from "../currency";
import { discountsFromParams } from "../discounts/discounts";
import { type Engine } from "../engine";
import { type InvoiceDraft } from "./invoice-draft";
import { type ItemParams, lineOfParams } from "./item-params";
import { previewInvoice } from "./preview-invoice";

/** The parameters as they come over the wire. */
export type PreviewParams = Omit<Stripe.InvoiceCreatePreviewParams, "invoice_items"> & {
  invoice_items?: (ItemParams & { invoiceitem?: string })[];
};

/** What a customer without a subscription would be billed for these items. */
export function previewItems(engine: Engine, params: PreviewParams): WireInvoice {
  if (!params.customer) {
    throw invalidRequest("You must specify one of these parameters: customer, subscription, schedule.", {
      code: "parameter_missing",
      param: "customer",
    });
  }
  const customer = engine.require("customer", params.customer, "customer");
  const lines = extraLines(engine, params, customer.currency ?? null);
  const draft: InvoiceDraft = {
    autoAdvance: false,
    billingReason: "upcoming",
    collectionMethod: "charge_automatically",
    currency: readCurrency(params.currency ?? lines[0]?.currency ?? customer.currency ?? "usd"),
    customer,
    daysUntilDue: null,
    defaultPaymentMethod: null,
    description: null,
    discounts: previewDiscounts(engine, params, customer),
    lines,
    metadata: {},
    period: { start: engine.now, end: engine.now },
    subscription: null,
  };
  return previewInvoice(engine, draft);
}

/** The items that a preview adds to what would be billed anyway. */
export function extraLines(
  engine: Engine,
  params: PreviewParams,
  currency: string | null,
): InvoiceDraft["lines"] {
  return (params.invoice_items ?? []).map(({ invoiceitem: _replaced, ...item }) =>
    lineOfParams(engine, { ...item, currency: item.currency ?? params.currency }, currency),
  );
}

function previewDiscounts(engine: Engine, params: PreviewParams, customer: Stripe.Customer): string[] {
  if (params.discounts === undefined) return customer.discount ? [customer.discount.id] : [];
  return discountsFromParams(engine, params.discounts, {
    customer: customer.id,
    invoice: "upcoming",
  });
}
