import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { moveBalance } from "../customer-balance";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { cancelPayments } from "./invoice-payments";
import { tellInvoice } from "./invoice-reactions";
import { stopCollecting } from "./settle-invoice";

/**
 * open or uncollectible → void, for good. The balance it used goes back to the customer. Emits `invoice.voided`.
 * https://docs.stripe.com/invoicing/overview#void
 */
export function voidInvoice(engine: Engine, { id }: Pick<WireInvoice, "id">): WireInvoice {
  const invoice = engine.require("invoice", id);
  if (invoice.status !== "open" && invoice.status !== "uncollectible") {
    throw invalidRequest(
      `You can only pass in open or uncollectible invoices. This invoice has a status of \`${invoice.status ?? ""}\`.`,
      { param: "invoice" },
    );
  }
  stopCollecting(engine, id);
  cancelPayments(engine, id);
  giveBalanceBack(engine, invoice);
  const voided = engine.update(invoice, {
    auto_advance: false,
    next_payment_attempt: null,
    status: "void",
    status_transitions: { ...invoice.status_transitions, voided_at: engine.now },
  });
  engine.emit("invoice.voided", voided);
  tellInvoice("closed", engine, voided);
  return engine.require("invoice", id);
}

function giveBalanceBack(engine: Engine, invoice: WireInvoice): void {
  const used = (invoice.ending_balance ?? 0) - invoice.starting_balance;
  if (used === 0) return;
  moveBalance(engine, idOf(invoice.customer) ?? "", {
    amount: -used,
    type: "unapplied_from_invoice",
    currency: invoice.currency,
    invoice: invoice.id,
  });
}
