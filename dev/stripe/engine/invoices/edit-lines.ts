import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice, type WireInvoiceLine } from "../../store/object-types";
import { type DiscountParam } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { addItemToDraft, dropLine, itemOfLine, recomputeDraft, requireDraft } from "./draft-lines";
import { buryItem, createInvoiceItem, updateInvoiceItem } from "./invoice-items";
import { type ItemParams } from "./item-params";

type LineParams = ItemParams & { discounts?: DiscountParam[] | "" };
type Metadata = Record<string, string> | "" | undefined;

/** Adds new items or waiting ones to a draft, all or none. https://docs.stripe.com/api/invoice-line-item/add_lines */
export function addLines(
  engine: Engine,
  id: string,
  params: { lines: (LineParams & { invoice_item?: string })[]; invoice_metadata?: Metadata },
): WireInvoice {
  const invoice = requireDraft(engine, id);
  for (const { invoice_item: waiting, ...line } of params.lines) {
    if (!waiting) {
      createInvoiceItem(engine, { ...line, currency: line.currency ?? invoice.currency, invoice: id });
      continue;
    }
    const item = engine.require("invoiceitem", waiting, "lines[0][invoice_item]");
    if (idOf(item.invoice) !== null || idOf(item.customer) !== idOf(invoice.customer)) {
      throw invalidRequest(`The invoice item ${waiting} is not pending for this customer.`, {
        param: "lines[0][invoice_item]",
      });
    }
    addItemToDraft(engine, id, item);
  }
  return recomputeDraft(engine, id, metadataOf(invoice, params.invoice_metadata));
}

/** `delete` deletes the item behind a line, `unassign` lets it wait again. https://docs.stripe.com/api/invoice-line-item/remove_lines */
export function removeLines(
  engine: Engine,
  id: string,
  params: { lines: { id: string; behavior: string }[]; invoice_metadata?: Metadata },
): WireInvoice {
  const invoice = requireDraft(engine, id);
  for (const { id: lineId, behavior } of params.lines) {
    const line = ownLine(engine, id, lineId);
    const item = engine.store.objects.find("invoiceitem", itemOfLine(line) ?? "");
    if (!item) throw notEditable(lineId);
    dropLine(engine, line);
    if (behavior === "delete") buryItem(engine, item);
    else engine.update(item, { invoice: null });
  }
  return recomputeDraft(engine, id, metadataOf(invoice, params.invoice_metadata));
}

/** https://docs.stripe.com/api/invoice-line-item/bulk */
export function updateLines(
  engine: Engine,
  id: string,
  params: { lines: (LineParams & { id: string })[]; invoice_metadata?: Metadata },
): WireInvoice {
  const invoice = requireDraft(engine, id);
  for (const { id: lineId, ...line } of params.lines) updateLine(engine, { invoice: id, line: lineId }, line);
  return recomputeDraft(engine, id, metadataOf(invoice, params.invoice_metadata));
}

/** https://docs.stripe.com/api/invoice-line-item/update */
export function updateLine(
  engine: Engine,
  { invoice, line: lineId }: { invoice: string; line: string },
  params: LineParams,
): WireInvoiceLine {
  requireDraft(engine, invoice);
  const line = ownLine(engine, invoice, lineId);
  const item = engine.store.objects.find("invoiceitem", itemOfLine(line) ?? "");
  if (!item) throw notEditable(lineId);
  updateInvoiceItem(engine, item, params);
  return engine.require("line_item", lineId);
}

function ownLine(engine: Engine, invoice: string, lineId: string): WireInvoiceLine {
  const line = engine.require("line_item", lineId, "lines[0][id]");
  if (idOf(line.invoice) === invoice) return line;
  throw invalidRequest(`The line item ${lineId} is not on this invoice.`, { param: "lines[0][id]" });
}

function notEditable(lineId: string) {
  return invalidRequest(
    `The line item ${lineId} bills a subscription and cannot be changed. Change the subscription instead.`,
    { param: "lines[0][id]" },
  );
}

const metadataOf = (invoice: WireInvoice, metadata: Metadata): Partial<WireInvoice> =>
  metadata === undefined ? {} : { metadata: mergeMetadata(invoice.metadata ?? {}, metadata) };
