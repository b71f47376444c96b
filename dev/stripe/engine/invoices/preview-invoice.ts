import { defaultObject } from "../../contract/default-object";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { newId } from "../ids";
import { composeInvoice, type PendingBehavior } from "./compose-invoice";
import { type InvoiceDraft } from "./invoice-draft";
import { looseLines, shownLines } from "./invoice-lines";

/** The invoice that this draft would become, without storing anything. https://docs.stripe.com/api/invoices/create_preview */
export function previewInvoice(
  engine: Engine,
  draft: InvoiceDraft,
  pending: PendingBehavior = "include",
): WireInvoice {
  const { values, lines } = composeInvoice(engine, draft, pending);
  const id = newId("upcoming_in_");
  const empty = defaultObject(engine.contract, "invoice") as unknown as WireInvoice;
  return {
    ...empty,
    ...values,
    id,
    created: engine.now,
    lines: shownLines(id, looseLines(engine, id, lines)),
  };
}
