import type Stripe from "stripe";
import { type WireInvoice, type WireInvoiceItem } from "../../store/object-types";
import { balanceIn } from "../customer-balance";
import { reductionsOf } from "../discounts/reductions";
import { type Engine } from "../engine";
import { idOf, idsOf } from "../field-values";
import { type InvoiceDraft } from "./invoice-draft";
import { type LineValues, totalBill } from "./invoice-totals";
import { lineOfDraft, lineOfItem } from "./line-pricing";
import { pendingItems } from "./pending-items";

export type PendingBehavior = "include" | "exclude";

/** An invoice that nobody has stored: what it says, its lines, and the waiting items it takes in. */
export interface ComposedInvoice {
  values: Partial<WireInvoice>;
  lines: LineValues[];
  items: WireInvoiceItem[];
}

/** Works an invoice out without changing anything: the same for a preview and for the invoice itself. */
export function composeInvoice(
  engine: Engine,
  draft: InvoiceDraft,
  pending: PendingBehavior = "include",
): ComposedInvoice {
  const customer = engine.store.objects.find("customer", draft.customer.id) ?? draft.customer;
  const subscription = draft.subscription?.id ?? null;
  const given = new Set(draft.lines.flatMap(({ invoiceItem }) => invoiceItem ?? []));
  const items =
    pending === "include"
      ? pendingItems(engine, { customer: customer.id, currency: draft.currency, subscription }).filter(
          ({ id }) => !given.has(id),
        )
      : [];
  const drafted = [...items.map(lineOfItem), ...draft.lines.map((line) => lineOfDraft(line, subscription))];
  // A preview bills at the end of the period, when a discount may be over.
  const when = { currency: draft.currency, at: Math.max(engine.now, draft.period.end) };
  const { lines, totals } = totalBill({
    lines: drafted,
    currency: draft.currency,
    startingBalance: balanceIn(customer, draft.currency),
    reductions: reductionsOf(engine, draft.discounts, when),
    ownReductions: drafted.map(({ discounts }) => reductionsOf(engine, idsOf(discounts), when)),
  });
  return { items, lines, values: { ...fieldsOf(engine, draft), ...customerFields(customer), ...totals } };
}

function fieldsOf(engine: Engine, draft: InvoiceDraft): Partial<WireInvoice> {
  const { subscription } = draft;
  return {
    account_country: "US",
    account_name: "Local Stripe",
    auto_advance: draft.autoAdvance,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    billing_reason: draft.billingReason,
    collection_method: draft.collectionMethod,
    currency: draft.currency,
    default_payment_method: draft.defaultPaymentMethod,
    description: draft.description,
    discounts: draft.discounts,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    metadata: draft.metadata,
    parent: subscription
      ? {
          quote_details: null,
          subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
          type: "subscription_details",
        }
      : null,
    period_end: draft.period.end,
    period_start: draft.period.start,
    status: "draft",
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    webhooks_delivered_at: engine.now,
  };
}

/** As they are now: a finalized invoice keeps what it said of its customer. */
export function customerFields(customer: Stripe.Customer): Partial<WireInvoice> {
  return {
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping ?? null,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    customer_tax_ids: [],
    test_clock: idOf(customer.test_clock),
  };
}
