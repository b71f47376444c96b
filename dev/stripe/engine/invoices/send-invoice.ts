import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { finalizeInvoice } from "./finalize-invoice";

/** Mails nobody, as Stripe's test mode, but finalizes a draft and emits `invoice.sent`. https://docs.stripe.com/api/invoices/send */
export function sendInvoice(engine: Engine, { id }: Pick<WireInvoice, "id">): WireInvoice {
  const found = engine.require("invoice", id);
  if (found.collection_method !== "send_invoice") {
    throw invalidRequest("You can only manually send an invoice if its collection method is 'send_invoice'.");
  }
  const invoice = found.status === "draft" ? finalizeInvoice(engine, found) : found;
  if (invoice.status === "void" || invoice.status === "uncollectible") {
    throw invalidRequest(`You can't send an invoice with a status of \`${invoice.status}\`.`);
  }
  engine.emit("invoice.sent", invoice);
  return invoice;
}
