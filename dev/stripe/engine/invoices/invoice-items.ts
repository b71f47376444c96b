import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoiceItem } from "../../store/object-types";
import { discountsFromParams, type DiscountParam } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { addItemToDraft, dropLine, lineOfInvoiceItem, recomputeDraft, requireDraft } from "./draft-lines";
import { type ItemParams, lineOfParams } from "./item-params";
import { lineOfItem, linePricing } from "./line-pricing";
import { addPendingItem } from "./pending-items";

export type NewItemParams = ItemParams & {
  customer?: string;
  discounts?: DiscountParam[] | "";
  invoice?: string;
  subscription?: string;
};

/** An item for a draft, or one that waits for the customer's next invoice. https://docs.stripe.com/api/invoiceitems/create */
export function createInvoiceItem(engine: Engine, params: NewItemParams): WireInvoiceItem {
  const invoice = params.invoice ? requireDraft(engine, params.invoice, "invoice") : null;
  const subscription = params.subscription
    ? engine.require("subscription", params.subscription, "subscription")
    : null;
  const customer = params.customer ?? idOf(invoice?.customer) ?? idOf(subscription?.customer);
  if (!customer) {
    throw invalidRequest("Missing required param: customer.", {
      code: "parameter_missing",
      param: "customer",
    });
  }
  const owner = engine.require("customer", customer, "customer");
  checkOwner(owner.id, { invoice: idOf(invoice?.customer), subscription: idOf(subscription?.customer) });
  const line = lineOfParams(engine, params, invoice?.currency ?? owner.currency ?? null);
  if (invoice && line.currency !== invoice.currency) {
    throw invalidRequest(
      `The currency of the invoice item (${line.currency}) must be that of its invoice (${invoice.currency}).`,
      { param: "currency" },
    );
  }
  const id = newId("ii_");
  const item = addPendingItem(engine, owner.id, {
    ...line,
    id,
    ...(subscription ? { subscription: subscription.id } : {}),
    discounts: discountsFromParams(engine, params.discounts, { customer: owner.id, invoiceItem: id }),
  });
  if (!invoice) return item;
  const assigned = addItemToDraft(engine, invoice.id, item);
  recomputeDraft(engine, invoice.id);
  return assigned;
}

/** Changes an item that is on no invoice yet, or on a draft. https://docs.stripe.com/api/invoiceitems/update */
export function updateInvoiceItem(
  engine: Engine,
  item: WireInvoiceItem,
  params: ItemParams & { discounts?: DiscountParam[] | "" },
): WireInvoiceItem {
  requireEditable(engine, item);
  const line = lineOfInvoiceItem(engine, item);
  const updated = engine.update(item, {
    ...changedAmount(engine, item, params),
    ...otherChanges(engine, item, params),
  });
  if (line) {
    engine.update(line, lineOfItem(updated));
    recomputeDraft(engine, idOf(item.invoice) ?? "");
  }
  return updated;
}

/** https://docs.stripe.com/api/invoiceitems/delete */
export function deleteInvoiceItem(engine: Engine, item: WireInvoiceItem): object {
  requireEditable(engine, item);
  const line = lineOfInvoiceItem(engine, item);
  if (line) {
    dropLine(engine, line);
    recomputeDraft(engine, idOf(item.invoice) ?? "");
  }
  return buryItem(engine, item);
}

export function buryItem(engine: Engine, item: WireInvoiceItem): object {
  const tombstone = { id: item.id, object: "invoiceitem", deleted: true } as const;
  engine.store.objects.bury(item.id, tombstone);
  engine.emit("invoiceitem.deleted", item);
  return tombstone;
}

function requireEditable(engine: Engine, item: WireInvoiceItem): void {
  const invoice = idOf(item.invoice);
  if (invoice !== null) requireDraft(engine, invoice);
}

function changedAmount(engine: Engine, item: WireInvoiceItem, params: ItemParams): Partial<WireInvoiceItem> {
  const { amount, pricing, price_data: priceData, unit_amount_decimal: decimal, quantity } = params;
  if ([amount, pricing, priceData, decimal, quantity].every((value) => value === undefined)) return {};
  const reprices = [amount, pricing, priceData, decimal].some((value) => value !== undefined);
  const unit = item.pricing?.unit_amount_decimal ?? (item.amount / (item.quantity || 1)).toFixed(12);
  const draft = lineOfParams(
    engine,
    {
      ...(reprices ? params : { unit_amount_decimal: unit }),
      quantity: quantity ?? item.quantity,
    },
    item.currency,
  );
  return {
    amount: draft.amount,
    net_amount: draft.amount,
    pricing: reprices ? linePricing(draft) : item.pricing,
    quantity: draft.quantity ?? 1,
    quantity_decimal: String(draft.quantity ?? 1),
  };
}

function otherChanges(
  engine: Engine,
  item: WireInvoiceItem,
  params: ItemParams & { discounts?: DiscountParam[] | "" },
): Partial<WireInvoiceItem> {
  const owner = { customer: idOf(item.customer), invoiceItem: item.id };
  return {
    ...(params.description === undefined ? {} : { description: params.description }),
    ...(params.discountable === undefined ? {} : { discountable: params.discountable }),
    ...(params.discounts === undefined
      ? {}
      : { discounts: discountsFromParams(engine, params.discounts, owner) }),
    ...(params.period === undefined ? {} : { period: params.period }),
    metadata: mergeMetadata(item.metadata ?? {}, params.metadata),
  };
}

function checkOwner(customer: string, owners: Record<string, string | null>): void {
  for (const [param, owner] of Object.entries(owners)) {
    if (owner === null || owner === customer) continue;
    throw invalidRequest(`The specified ${param} does not belong to the customer ${customer}.`, { param });
  }
}
