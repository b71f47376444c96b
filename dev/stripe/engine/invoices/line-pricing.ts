import { type WireInvoiceItem, type WirePricing } from "../../store/object-types";
import { idOf } from "../field-values";
import { type LineDraft } from "./invoice-draft";
import { type LineValues } from "./invoice-totals";

/** Which price a line was made of; null for an amount that was given as it is. */
export function linePricing({ price }: Pick<LineDraft, "price">): WirePricing | null {
  if (!price) return null;
  return {
    price_details: { price: price.id, product: idOf(price.product) ?? "" },
    type: "price_details",
    unit_amount_decimal: price.unit_amount_decimal,
  };
}

/** A line that was computed for this invoice. */
export function lineOfDraft(draft: LineDraft, subscription: string | null): LineValues {
  const { creditedLines, invoiceItem, subscriptionItem, proration } = draft;
  const details = {
    proration,
    proration_details: creditedLines
      ? {
          credited_items: {
            invoice: creditedLines.invoice,
            invoice_line_items: creditedLines.lines,
          },
        }
      : null,
    subscription,
  };
  return {
    amount: draft.amount,
    currency: draft.currency,
    description: draft.description,
    discountable: draft.discountable,
    discounts: [],
    metadata: draft.metadata ?? {},
    parent: subscriptionItem
      ? {
          invoice_item_details: null,
          subscription_item_details: {
            ...details,
            invoice_item: invoiceItem ?? null,
            subscription_item: subscriptionItem,
          },
          type: "subscription_item_details",
        }
      : {
          invoice_item_details: { ...details, invoice_item: invoiceItem ?? "" },
          subscription_item_details: null,
          type: "invoice_item_details",
        },
    period: draft.period,
    pricing: linePricing(draft),
    quantity: draft.quantity,
    quantity_decimal: draft.quantity === null ? null : String(draft.quantity),
    subscription,
    taxes: [],
  };
}

/** A line for an item that was waiting. */
export function lineOfItem(item: WireInvoiceItem): LineValues {
  const { subscription, subscription_item: subscriptionItem } = item.parent?.subscription_details ?? {};
  const credited = item.proration_details?.credited_items?.invoice_line_item_details;
  const line = lineOfDraft(
    {
      amount: item.amount,
      currency: item.currency,
      description: item.description ?? "",
      discountable: item.discountable,
      invoiceItem: item.id,
      metadata: item.metadata ?? {},
      period: item.period,
      price: null,
      proration: item.proration,
      quantity: item.quantity,
      ...(credited
        ? { creditedLines: { invoice: credited.invoice, lines: credited.invoice_line_items } }
        : {}),
      ...(subscriptionItem ? { subscriptionItem } : {}),
    },
    subscription ?? null,
  );
  const discounts = (item.discounts ?? []).map((discount) => idOf(discount) ?? "");
  return { ...line, description: item.description, discounts, pricing: item.pricing };
}
