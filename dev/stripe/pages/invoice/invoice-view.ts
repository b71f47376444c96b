import type Stripe from "stripe";
import { type Engine } from "../../engine/engine";
import { idOf } from "../../engine/field-values";
import { linesOf } from "../../engine/invoices/invoice-lines";
import { paymentsOf } from "../../engine/invoices/invoice-payments";
import { type WireInvoice, type WireInvoiceLine } from "../../store/object-types";
import { formatMoney } from "../money";

/** An invoice as its page and its PDF show it. */
export interface InvoiceView {
  invoice: WireInvoice;
  seller: string;
  /** Name, email address and address, one line each. */
  billTo: string[];
  lines: WireInvoiceLine[];
  totals: [label: string, amount: string][];
  receiptUrl: string | null;
}

/** Null for one that is not there, or still a draft: nobody but the shop sees those. */
export function viewInvoice(engine: Engine, id: string): InvoiceView | null {
  const invoice = engine.store.objects.find("invoice", id);
  if (!invoice || invoice.status === "draft") return null;
  return {
    invoice,
    seller: invoice.account_name ?? "",
    billTo: billToOf(invoice),
    lines: linesOf(engine, id),
    totals: totalsOf(invoice),
    receiptUrl: receiptOf(engine, id),
  };
}

function billToOf({ customer_name: name, customer_email: email, customer_address: address }: WireInvoice) {
  const city = [address?.postal_code, address?.city, address?.state].filter(Boolean).join(" ");
  return [name, email, address?.line1, address?.line2, city, address?.country].filter(
    (line): line is string => Boolean(line),
  );
}

function totalsOf(invoice: WireInvoice): InvoiceView["totals"] {
  const money = (amount: number): string => formatMoney(amount, invoice.currency);
  const discount = invoice.subtotal - invoice.total;
  const applied = invoice.amount_due + invoice.pre_payment_credit_notes_amount - invoice.total;
  const credited = invoice.pre_payment_credit_notes_amount;
  return [
    ["Subtotal", money(invoice.subtotal)],
    ...row("Discount", discount, money(-discount)),
    ["Total", money(invoice.total)],
    ...row("Applied balance", applied, money(applied)),
    ...row("Credit notes", credited, money(-credited)),
    ...row("Amount paid", invoice.amount_paid, money(-invoice.amount_paid)),
    ["Amount due", money(invoice.amount_remaining)],
  ];
}

const row = (label: string, amount: number, shown: string): InvoiceView["totals"] =>
  amount === 0 ? [] : [[label, shown]];

function receiptOf(engine: Engine, invoice: string): string | null {
  const paid = paymentsOf(engine, invoice).find(({ status }) => status === "paid");
  const intent = engine.store.objects.find("payment_intent", idOf(paid?.payment.payment_intent) ?? "");
  const charge: Stripe.Charge | null = engine.store.objects.find("charge", idOf(intent?.latest_charge) ?? "");
  return charge?.receipt_url ?? null;
}
