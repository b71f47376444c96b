import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice, type WireInvoiceItem, type WireInvoiceLine } from "../../store/object-types";
import { balanceIn } from "../customer-balance";
import { reductionsOf } from "../discounts/reductions";
import { type Engine } from "../engine";
import { idOf, idsOf } from "../field-values";
import { linesOf, shownLines, storeLines } from "./invoice-lines";
import { totalBill } from "./invoice-totals";
import { lineOfItem } from "./line-pricing";

/** Only drafts can be changed. https://docs.stripe.com/invoicing/invoice-edits */
export function requireDraft(engine: Engine, id: string, param = "id"): WireInvoice {
  const invoice = engine.require("invoice", id, param);
  if (invoice.status === "draft") return invoice;
  throw invalidRequest(
    `This invoice is no longer editable: it has a status of \`${invoice.status ?? ""}\`.`,
    { code: "invoice_not_editable", ...(param === "id" ? {} : { param }) },
  );
}

/** Puts a line on a draft for an item that was given to it. */
export function addItemToDraft(engine: Engine, invoice: string, item: WireInvoiceItem): WireInvoiceItem {
  const assigned = engine.update(item, { invoice });
  storeLines(engine, invoice, [lineOfItem(assigned)]);
  return assigned;
}

/** Takes lines off a draft; the items behind them are the caller's to free or to delete. */
export function dropLine(engine: Engine, line: WireInvoiceLine): void {
  engine.store.objects.bury(line.id, { id: line.id, object: "line_item", deleted: true });
}

export function itemOfLine(line: WireInvoiceLine): string | null {
  const { invoice_item_details: ofItem, subscription_item_details: ofSubscription } = line.parent ?? {};
  return ofItem?.invoice_item || ofSubscription?.invoice_item || null;
}

export function lineOfInvoiceItem(engine: Engine, item: WireInvoiceItem): WireInvoiceLine | null {
  const invoice = idOf(item.invoice);
  if (invoice === null) return null;
  return linesOf(engine, invoice).find((line) => itemOfLine(line) === item.id) ?? null;
}

/** Adds a draft up again after its lines or discounts have changed. Emits `invoice.updated`. */
export function recomputeDraft(engine: Engine, id: string, changes: Partial<WireInvoice> = {}): WireInvoice {
  const draft = { ...engine.require("invoice", id), ...changes };
  const before = linesOf(engine, id);
  const customer = engine.require("customer", idOf(draft.customer) ?? "");
  const when = { currency: draft.currency, at: engine.now };
  const { lines, totals } = totalBill({
    lines: before,
    currency: draft.currency,
    startingBalance: balanceIn(customer, draft.currency),
    reductions: reductionsOf(engine, idsOf(draft.discounts), when),
    ownReductions: before.map(({ discounts }) => reductionsOf(engine, idsOf(discounts), when)),
  });
  const saved = before.map((line, place) => engine.update(line, lines[place] ?? {}));
  return engine.update(
    engine.require("invoice", id),
    { ...changes, ...totals, lines: shownLines(id, saved) },
    "invoice.updated",
  );
}
