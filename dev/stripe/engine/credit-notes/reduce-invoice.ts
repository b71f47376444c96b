import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { cancelPayments, defaultPaymentOf, openIntentOf } from "../invoices/invoice-payments";
import { markPaid } from "../invoices/settle-invoice";

/** Takes a credit note off its invoice; an open one that asks for nothing any more is paid. */
export function reduceInvoice(
  engine: Engine,
  { id }: Pick<WireInvoice, "id">,
  { prePayment, postPayment }: { prePayment: number; postPayment: number },
): void {
  const invoice = engine.require("invoice", id);
  const post = invoice.post_payment_credit_notes_amount + postPayment;
  if (prePayment === 0) {
    engine.update(invoice, { post_payment_credit_notes_amount: post }, "invoice.updated");
    return;
  }
  const reduced = changeDue(engine, { ...invoice, post_payment_credit_notes_amount: post }, -prePayment);
  if (reduced.amount_remaining > 0) return;
  cancelPayments(engine, id);
  markPaid(engine, reduced, { paidBy: "balance" });
}

/** Less to collect (or more again, when a note is voided), for the intent that waits, too. */
export function changeDue(engine: Engine, invoice: WireInvoice, by: number): WireInvoice {
  const changed = engine.update(
    invoice,
    {
      amount_due: invoice.amount_due + by,
      amount_remaining: invoice.amount_remaining + by,
      pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount - by,
    },
    "invoice.updated",
  );
  const payment = defaultPaymentOf(engine, invoice.id);
  const intent = openIntentOf(engine, invoice.id);
  if (
    intent &&
    payment &&
    changed.amount_remaining > 0 &&
    idOf(payment.payment.payment_intent) === intent.id
  ) {
    engine.update(intent, { amount: changed.amount_remaining });
    engine.update(payment, { amount_requested: changed.amount_remaining });
  }
  return changed;
}
