import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { paymentsOf } from "../invoices/invoice-payments";
import { checkAtLeast } from "../least-amount";

type Link = Stripe.CreditNote.Refund;

const GAVE_NOTHING = new Set(["failed", "canceled"]);

/**
 * Links refunds of an invoice's payment that were made before, over all notes and rows never more than each gave back.
 * https://docs.stripe.com/api/credit_notes/create#create_credit_note-refunds
 */
export function linkRefunds(
  engine: Engine,
  invoice: WireInvoice,
  rows: Stripe.CreditNoteCreateParams.Refund[],
): Link[] {
  const links: Link[] = [];
  for (const [place, row] of rows.entries()) {
    const at = `refunds[${place}]`;
    const refund = engine.require("refund", row.refund ?? "", `${at}[refund]`);
    const amount = row.amount_refunded ?? refund.amount;
    checkAtLeast(0, amount, `${at}[amount_refunded]`);
    const left = refund.amount - linkedAmount([...linksOf(engine, invoice.id), ...links], refund.id);
    const problem = problemOf(refund, { paid: paidIntentOf(engine, invoice), amount, left });
    if (problem) throw invalidRequest(problem, { param: `${at}[refund]` });
    links.push({ amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: "refund" });
  }
  return links;
}

/** The intent that paid an invoice. */
export function paidIntentOf(engine: Engine, invoice: WireInvoice): string | null {
  const paid = paymentsOf(engine, invoice.id).find(({ status }) => status === "paid");
  return idOf(paid?.payment.payment_intent);
}

function problemOf(
  refund: Stripe.Refund,
  { paid, amount, left }: { paid: string | null; amount: number; left: number },
): string | null {
  if (idOf(refund.payment_intent) !== paid) {
    return `The refund ${refund.id} does not give anything of this invoice's payment back.`;
  }
  if (GAVE_NOTHING.has(refund.status ?? "")) {
    return `The refund ${refund.id} has a status of ${refund.status ?? ""} and cannot be linked to a credit note.`;
  }
  if (amount <= left) return null;
  return `The refund ${refund.id} has ${left} left to link to credit notes, which is less than ${amount}.`;
}

/** A refund belongs to one payment, and so do the notes that can name it: those of the invoice. */
function linksOf(engine: Engine, invoice: string): Link[] {
  const { data } = engine.store.objects.list("credit_note", { where: { invoice }, limit: 1000 });
  return data.filter(({ status }) => status !== "void").flatMap(({ refunds }) => refunds);
}

const linkedAmount = (links: Link[], refund: string): number =>
  links
    .filter((link) => idOf(link.refund) === refund)
    .reduce((sum, { amount_refunded: amount }) => sum + amount, 0);
