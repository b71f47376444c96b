import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { balanceIn, moveBalance } from "../customer-balance";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { customerFields } from "./compose-invoice";
import { INVOICE_FINALIZES } from "./create-invoice";
import { type HiddenInvoice } from "./invoice-draft";
import { openPayment } from "./invoice-payments";
import { settleWithBalance } from "./invoice-totals";
import { INVOICE_OVERDUE, markPaid } from "./settle-invoice";

const DAY = 24 * 60 * 60;

/**
 * draft → open: numbers it, settles the customer's balance, opens its payment, and emits `invoice.finalized`.
 * With nothing due it is paid at once. https://docs.stripe.com/invoicing/overview#invoice-statuses
 */
export function finalizeInvoice(engine: Engine, { id }: Pick<WireInvoice, "id">): WireInvoice {
  const draft = engine.require("invoice", id);
  if (draft.status !== "draft") {
    throw invalidRequest("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
      code: "invoice_not_editable",
    });
  }
  engine.store.due.cancel(INVOICE_FINALIZES, id);
  const finalized = engine.update(draft, {
    ...settleBalance(engine, draft),
    ...dueDate(engine, draft),
    number: takeNumber(engine, draft),
    automatically_finalizes_at: null,
    effective_at: draft.effective_at ?? engine.now,
    hosted_invoice_url: engine.pageUrl(`/i/${id}`),
    invoice_pdf: engine.pageUrl(`/i/${id}/pdf`),
    status: "open",
    status_transitions: { ...draft.status_transitions, finalized_at: engine.now },
  });
  if (finalized.amount_due > 0) openPayment(engine, finalized);
  engine.emit("invoice.finalized", finalized);
  if (finalized.due_date !== null) engine.schedule(INVOICE_OVERDUE, id, finalized.due_date);
  return finalized.amount_due > 0 ? finalized : markPaid(engine, finalized, { paidBy: "balance" });
}

/** Takes the customer as it is now, and moves the balance by what this invoice uses of it or adds to it. */
function settleBalance(engine: Engine, draft: WireInvoice): Partial<WireInvoice> {
  const customer = engine.require("customer", idOf(draft.customer) ?? "");
  const startingBalance = balanceIn(customer, draft.currency);
  const settled = settleWithBalance(draft.total, { startingBalance, currency: draft.currency });
  const movement = { currency: draft.currency, invoice: draft.id };
  for (const [type, amount] of [
    ["applied_to_invoice", settled.applied],
    ["invoice_too_small", settled.tooSmall],
    ["invoice_too_large", settled.tooLarge],
  ] as const) {
    if (amount !== 0) moveBalance(engine, customer.id, { ...movement, amount, type });
  }
  return {
    ...customerFields(customer),
    amount_due: settled.due,
    amount_remaining: settled.due,
    ending_balance: settled.endingBalance,
    starting_balance: startingBalance,
  };
}

function dueDate(engine: Engine, draft: WireInvoice): Partial<WireInvoice> {
  const { daysUntilDue } = engine.store.objects.hidden<HiddenInvoice>(draft.id);
  if (draft.collection_method !== "send_invoice") return { due_date: null };
  return typeof daysUntilDue === "number" ? { due_date: engine.now + daysUntilDue * DAY } : {};
}

/** PREFIX-0001 and on, by customer: https://docs.stripe.com/invoicing/customize#invoice-numbering-scheme */
function takeNumber(engine: Engine, draft: WireInvoice): string {
  if (draft.number !== null) return draft.number;
  const customer = engine.require("customer", idOf(draft.customer) ?? "");
  const sequence = customer.next_invoice_sequence ?? 1;
  engine.update(customer, { next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix ?? ""}-${String(sequence).padStart(4, "0")}`;
}
