import { invalidRequest } from "../../server/stripe-error";
import { type WireCreditNote } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { changeDue } from "./reduce-invoice";

/** Only notes of an invoice that is still open; it asks for the whole again. https://docs.stripe.com/api/credit_notes/void */
export function voidCreditNote(engine: Engine, note: WireCreditNote): WireCreditNote {
  if (note.status === "void") throw invalidRequest("This credit note has already been voided.");
  const invoice = engine.require("invoice", idOf(note.invoice) ?? "");
  if (invoice.status !== "open") {
    throw invalidRequest(
      `You can only void a credit note of an open invoice. Its invoice has a status of \`${invoice.status ?? ""}\`.`,
    );
  }
  changeDue(engine, invoice, note.pre_payment_amount);
  const voided = engine.update(note, { status: "void", voided_at: engine.now });
  engine.emit("credit_note.voided", voided);
  return voided;
}
