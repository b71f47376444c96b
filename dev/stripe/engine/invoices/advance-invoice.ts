import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { finalizeInvoice } from "./finalize-invoice";
import { tellInvoice } from "./invoice-reactions";
import { payInvoice } from "./pay-invoice";
import { sendInvoice } from "./send-invoice";
import { setDelinquent } from "./settle-invoice";

/** An hour after its creation a draft is finalized, and collected or sent. */
export function finalizeWhenDue(engine: Engine, id: string): void {
  const draft = findCollectable(engine, id, "draft");
  if (!draft) return;
  const invoice = finalizeInvoice(engine, draft);
  if (invoice.status === "open") collect(engine, id);
}

/** Charges or sends an open invoice, as its collection method says. */
export function collect(engine: Engine, id: string): void {
  const invoice = findCollectable(engine, id, "open");
  if (!invoice) return;
  if (invoice.collection_method === "send_invoice") sendInvoice(engine, invoice);
  else if (invoice.attempt_count === 0) payInvoice(engine, invoice, { offSession: true });
}

/** The schedule's next try, unless collecting was turned off meanwhile. */
export function retryWhenDue(engine: Engine, id: string): void {
  const invoice = findCollectable(engine, id, "open");
  if (invoice?.auto_advance) payInvoice(engine, invoice, { offSession: true, isRetry: true });
}

/** https://docs.stripe.com/api/events/types#event_types-invoice.overdue */
export function markOverdue(engine: Engine, id: string): void {
  const invoice = engine.store.objects.find("invoice", id);
  if (invoice?.status !== "open") return;
  setDelinquent(engine, invoice, true);
  engine.emit("invoice.overdue", invoice);
  tellInvoice("paymentFailed", engine, invoice, "declined");
}

/** Nobody pays for a customer who was deleted. */
function findCollectable(engine: Engine, id: string, status: "draft" | "open"): WireInvoice | null {
  const invoice = engine.store.objects.find("invoice", id);
  const customer = engine.store.objects.find("customer", idOf(invoice?.customer) ?? "");
  return customer && invoice?.status === status ? invoice : null;
}
