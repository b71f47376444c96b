import { type WireInvoice } from "../../store/object-types";
import { spendDiscounts } from "../discounts/end-discount";
import { type Engine } from "../engine";
import { newId } from "../ids";
import { composeInvoice, type PendingBehavior } from "./compose-invoice";
import { type HiddenInvoice, type InvoiceDraft } from "./invoice-draft";
import { shownLines, storeLines } from "./invoice-lines";

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

export const INVOICE_FINALIZES = "invoice_finalizes";

/**
 * Stores a draft with its lines, takes in what was pending, and emits `invoice.created`. One that advances by
 * itself is finalized an hour later. https://docs.stripe.com/invoicing/integration/automatic-advancement-collection
 */
export function createInvoice(
  engine: Engine,
  draft: InvoiceDraft,
  { id = newId("in_"), pending = "include" }: { id?: string; pending?: PendingBehavior } = {},
): WireInvoice {
  const { values, lines, items } = composeInvoice(engine, draft, pending);
  const finalizesAt = draft.autoAdvance ? engine.now + HOUR : null;
  const hidden: HiddenInvoice = { daysUntilDue: draft.daysUntilDue, defaultPayment: null };
  const stored = storeLines(engine, id, lines);
  for (const item of items) engine.update(item, { invoice: id });
  for (const { invoiceItem } of draft.lines) {
    if (invoiceItem) engine.update(engine.require("invoiceitem", invoiceItem), { invoice: id });
  }
  const invoice = engine.create(
    "invoice",
    {
      ...values,
      id,
      automatically_finalizes_at: finalizesAt,
      due_date: draft.daysUntilDue === null ? null : engine.now + draft.daysUntilDue * DAY,
      lines: shownLines(id, stored),
    },
    hidden,
  );
  if (finalizesAt !== null) engine.schedule(INVOICE_FINALIZES, id, finalizesAt);
  const customer = engine.require("customer", draft.customer.id);
  if (customer.currency === null) engine.update(customer, { currency: draft.currency });
  spendDiscounts(engine, values.total_discount_amounts ?? []);
  engine.emit("invoice.created", invoice);
  return invoice;
}
