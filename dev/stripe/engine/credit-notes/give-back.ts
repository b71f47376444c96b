import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { moveBalance } from "../customer-balance";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { paymentsOf } from "../invoices/invoice-payments";
import { createRefund } from "../refunds";
import { type CreditNoteParams } from "./credit-note-params";

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
  const earlier = (params.refunds ?? []).map((param, place) =>
    earlierRefund(engine, { invoice, param, place }),
  );
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

function earlierRefund(
  engine: Engine,
  {
    invoice,
    param,
    place,
  }: { invoice: WireInvoice; param: Stripe.CreditNoteCreateParams.Refund; place: number },
): Stripe.CreditNote.Refund {
  const at = `refunds[${place}][refund]`;
  const refund = engine.require("refund", param.refund ?? "", at);
  const amount = param.amount_refunded ?? refund.amount;
  if (idOf(refund.payment_intent) !== paidIntentOf(engine, invoice) || amount > refund.amount) {
    throw invalidRequest(`The refund ${refund.id} does not give that much of this invoice's payment back.`, {
      param: at,
    });
  }
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: "refund" };
}

function paidIntentOf(engine: Engine, invoice: WireInvoice): string | null {
  const paid = paymentsOf(engine, invoice.id).find(({ status }) => status === "paid");
  return idOf(paid?.payment.payment_intent);
}
