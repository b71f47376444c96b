import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { scheduleSoon } from "../schedule-soon";
import { finalizeInvoice } from "./finalize-invoice";
import { INVOICE_COLLECTS } from "./settle-invoice";

/** Finalizes a draft; one that advances by itself is collected right after. https://docs.stripe.com/api/invoices/finalize */
export function finalizeOnRequest(engine: Engine, id: string, autoAdvance: boolean | undefined): WireInvoice {
  const draft = engine.require("invoice", id);
  if (autoAdvance !== undefined && draft.status === "draft") {
    engine.update(draft, { auto_advance: autoAdvance });
  }
  const invoice = finalizeInvoice(engine, draft);
  if (invoice.status === "open" && invoice.auto_advance) scheduleSoon(engine, INVOICE_COLLECTS, id);
  return invoice;
}
