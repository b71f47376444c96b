import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireCreditNote, type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { newId } from "../ids";
import { reduceInvoice } from "./reduce-invoice";
import { mergeMetadata } from "../metadata";
import { amountLine, type CreditLine, creditLines } from "./credit-lines";
import { type CreditNoteParams } from "./credit-note-params";
import { giveBack } from "./give-back";

const SHOWN = 10;

/**
 * Lowers an invoice that is final, never by more than it came to. First it asks for less; what is beyond that was
 * paid already and goes back as refunds, credit, or elsewhere.
 * https://docs.stripe.com/invoicing/integration/programmatic-credit-notes
 */
export function createCreditNote(engine: Engine, params: CreditNoteParams): WireCreditNote {
  const invoice = creditableInvoice(engine, params.invoice);
  const lines = linesOfParams(engine, invoice, params);
  const total = lines.reduce((sum, line) => sum + line.amount - line.discount_amount, 0);
  checkTotal(invoice, total);
  const id = newId("cn_");
  const prePayment = Math.min(total, invoice.amount_remaining);
  const postPayment = total - prePayment;
  const given = giveBack(engine, { invoice, params, amount: postPayment, creditNote: id });
  const note = engine.create("credit_note", {
    ...amountsOf(lines, total),
    id,
    currency: invoice.currency,
    customer: idOf(invoice.customer) ?? "",
    customer_balance_transaction: given.balanceTransaction,
    effective_at: params.effective_at ?? engine.now,
    invoice: invoice.id,
    memo: params.memo ?? null,
    metadata: mergeMetadata({}, params.metadata),
    number: numberOf(engine, invoice),
    out_of_band_amount: params.out_of_band_amount ?? null,
    pdf: engine.pageUrl(`/credit_notes/${id}/pdf`),
    post_payment_amount: postPayment,
    pre_payment_amount: prePayment,
    reason: params.reason ?? null,
    refunds: given.refunds,
    status: "issued",
    type: typeOf(prePayment, postPayment),
  });
  const complete = engine.update(note, { lines: storeLines(engine, id, lines) });
  engine.emit("credit_note.created", complete);
  reduceInvoice(engine, invoice, { prePayment, postPayment });
  return complete;
}

function creditableInvoice(engine: Engine, id: string): WireInvoice {
  const invoice = engine.require("invoice", id, "invoice");
  if (invoice.status === "open" || invoice.status === "paid") return invoice;
  throw invalidRequest(
    `You can only create a credit note for an open or paid invoice. This invoice has a status of \`${invoice.status ?? ""}\`.`,
    { param: "invoice" },
  );
}

function storeLines(engine: Engine, id: string, lines: CreditLine[]): WireCreditNote["lines"] {
  const stored = lines.map((line) => engine.create("credit_note_line_item", line, { parent: id }));
  return {
    object: "list",
    data: stored.slice(0, SHOWN),
    has_more: stored.length > SHOWN,
    url: `/v1/credit_notes/${id}/lines`,
  };
}

function typeOf(prePayment: number, postPayment: number): Stripe.CreditNote.Type {
  if (postPayment === 0) return "pre_payment";
  return prePayment === 0 ? "post_payment" : "mixed";
}

function linesOfParams(engine: Engine, invoice: WireInvoice, params: CreditNoteParams): CreditLine[] {
  if ((params.amount === undefined) === (params.lines === undefined)) {
    throw invalidRequest("You must specify exactly one of these parameters: amount, lines.", {
      code: params.lines ? "parameters_exclusive" : "parameter_missing",
      param: "amount",
    });
  }
  return params.lines ? creditLines(engine, invoice, params.lines) : [amountLine(params.amount ?? 0)];
}

function checkTotal(invoice: WireInvoice, total: number): void {
  if (total < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  const left =
    invoice.total - invoice.pre_payment_credit_notes_amount - invoice.post_payment_credit_notes_amount;
  if (total > left) {
    throw invalidRequest(
      `The credit note amount (${total}) cannot be greater than the creditable amount of the invoice (${left}).`,
      { param: "amount" },
    );
  }
}

function amountsOf(lines: CreditLine[], total: number): Partial<WireCreditNote> {
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0);
  const discounts = lines.flatMap(({ discount_amounts: amounts }) => amounts);
  return {
    amount: total,
    discount_amount: subtotal - total,
    discount_amounts: discounts,
    pretax_credit_amounts: lines.flatMap(({ pretax_credit_amounts: amounts }) => amounts),
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: total,
    total_taxes: [],
  };
}

/** PREFIX-0001-CN-01 and on, by invoice. */
function numberOf(engine: Engine, invoice: WireInvoice): string {
  const { data } = engine.store.objects.list("credit_note", { where: { invoice: invoice.id }, limit: 1000 });
  return `${invoice.number ?? ""}-CN-${String(data.length + 1).padStart(2, "0")}`;
}
