import { type WireInvoiceItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type LineDraft } from "./invoice-draft";
import { linePricing } from "./line-pricing";

export type PendingItemDraft = LineDraft & {
  subscription?: string;
  /** Of this item alone. */
  discounts?: string[];
  /** Where its discounts had to name it before it was there. */
  id?: string;
};

/**
 * Keeps a line for the next invoice of the customer, or of the subscription if one is named. Emits
 * `invoiceitem.created`. https://docs.stripe.com/api/invoiceitems
 */
export function addPendingItem(engine: Engine, customerId: string, draft: PendingItemDraft): WireInvoiceItem {
  const customer = engine.require("customer", customerId, "customer");
  const { creditedLines, subscription, subscriptionItem } = draft;
  const item = engine.create("invoiceitem", {
    ...(draft.id ? { id: draft.id } : {}),
    amount: draft.amount,
    currency: draft.currency,
    customer: customer.id,
    date: engine.now,
    description: draft.description,
    discountable: draft.discountable,
    discounts: draft.discounts ?? [],
    invoice: null,
    metadata: draft.metadata ?? {},
    net_amount: draft.amount,
    parent: subscription
      ? {
          subscription_details: {
            subscription,
            ...(subscriptionItem ? { subscription_item: subscriptionItem } : {}),
          },
          type: "subscription_details",
        }
      : null,
    period: draft.period,
    pricing: linePricing(draft),
    proration: draft.proration,
    ...(creditedLines
      ? {
          proration_details: {
            credited_items: {
              invoice_line_item_details: {
                invoice: creditedLines.invoice,
                invoice_line_items: creditedLines.lines,
              },
              type: "invoice_line_items",
            },
            discount_amounts: [],
          },
        }
      : {}),
    quantity: draft.quantity ?? 1,
    quantity_decimal: String(draft.quantity ?? 1),
    tax_rates: [],
    test_clock: idOf(customer.test_clock),
  });
  if (customer.currency === null) engine.update(customer, { currency: item.currency });
  engine.emit("invoiceitem.created", item);
  return item;
}

/** What waits for the next invoice in a currency: the customer's own items, and those of the subscription. */
export function pendingItems(
  engine: Engine,
  wanted: { customer: string; currency: string; subscription: string | null },
): WireInvoiceItem[] {
  const { data } = engine.store.objects.list("invoiceitem", {
    where: { customer: wanted.customer },
    missing: { field: "invoice", is: true },
    limit: 10_000,
    oldestFirst: true,
  });
  return data.filter(({ currency, parent }) => {
    const subscription = parent?.subscription_details?.subscription ?? null;
    const isOurs = subscription === null || subscription === wanted.subscription;
    return currency === wanted.currency && isOurs;
  });
}
