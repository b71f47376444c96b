import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { moveBalance } from "../customer-balance";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { checkAtLeast } from "../least-amount";
import { createRefund } from "../refunds";
import { type CreditNoteParams } from "./credit-note-params";
import { linkRefunds, paidIntentOf } from "./link-refunds";

interface Given {
  refunds: Stripe.CreditNote.Refund[];
  balanceTransaction: string | null;
}

/** Splits what was paid too much over new and earlier refunds, credit, and what is given elsewhere. */
export function giveBack(
  engine: Engine,
  wanted: { invoice: WireInvoice; params: CreditNoteParams; amount: number; creditNote: string },
): Given {
  const { invoice, params } = wanted;
  for (const param of ["credit_amount", "refund_amount", "out_of_band_amount"] as const)
    checkAtLeast(0, params[param], param);
  const earlier = linkRefunds(engine, invoice, params.refunds ?? []);
  const { refund_amount: refund = 0, credit_amount: credit = 0, out_of_band_amount: outside = 0 } = params;
  const sum =
    refund + credit + outside + earlier.reduce((all, { amount_refunded: amount }) => all + amount, 0);
  if (sum !== wanted.amount) {
    throw invalidRequest(
      `The sum of credit amount, refund amount and out of band amount (${sum}) must equal the post payment credit note amount (${wanted.amount}).`,
    );
  }
  const fresh = refund > 0 ? [newRefund(engine, invoice, refund)] : [];
  const transaction =
    credit > 0
      ? moveBalance(engine, idOf(invoice.customer) ?? "", {
          amount: -credit,
          creditNote: wanted.creditNote,
          currency: invoice.currency,
          invoice: invoice.id,
          type: "credit_note",
        })
      : null;
  return { refunds: [...fresh, ...earlier], balanceTransaction: transaction?.id ?? null };
}

function newRefund(engine: Engine, invoice: WireInvoice, amount: number): Stripe.CreditNote.Refund {
  const intent = paidIntentOf(engine, invoice);
  if (!intent) {
    throw invalidRequest("This invoice has no payment that could be refunded.", { param: "refund_amount" });
  }
  const refund = createRefund(engine, { payment_intent: intent, amount });
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: "refund" };
}
