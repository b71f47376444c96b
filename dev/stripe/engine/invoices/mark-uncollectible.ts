import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { tellInvoice } from "./invoice-reactions";
import { setDelinquent, stopCollecting } from "./settle-invoice";

/** open → uncollectible: a bad debt that can still be paid or voided. https://docs.stripe.com/api/invoices/mark_uncollectible */
export function markUncollectible(engine: Engine, { id }: Pick<WireInvoice, "id">): WireInvoice {
  const invoice = engine.require("invoice", id);
  if (invoice.status !== "open") {
    throw invalidRequest(
      `You can only mark open invoices as uncollectible. This invoice has a status of \`${invoice.status ?? ""}\`.`,
    );
  }
  stopCollecting(engine, id);
  const marked = engine.update(invoice, {
    auto_advance: false,
    next_payment_attempt: null,
    status: "uncollectible",
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: engine.now },
  });
  setDelinquent(engine, marked, false);
  engine.emit("invoice.marked_uncollectible", marked);
  tellInvoice("closed", engine, marked);
  return engine.require("invoice", id);
}
