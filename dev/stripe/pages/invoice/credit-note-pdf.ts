import { Engine } from "../../engine/engine";
import { idOf } from "../../engine/field-values";
import { messagePage } from "../message-page";
import { formatDate, formatMoney } from "../money";
import { type PageHandler } from "../page-parts";
import { billPdf } from "../pdf/bill-pdf";
import { pdfResponse } from "./invoice-pdf";

/** `credit_note.pdf` */
export const showCreditNotePdf: PageHandler = (parts, _request, id) => {
  const { objects } = new Engine(parts.engine).store;
  const note = objects.find("credit_note", id);
  const invoice = objects.find("invoice", idOf(note?.invoice) ?? "");
  if (!note || !invoice)
    return messagePage({ title: "No such credit note", text: "Check the address.", status: 404 });
  const lines = objects.list("credit_note_line_item", { parent: id, oldestFirst: true, limit: 1000 }).data;
  const money = (amount: number): string => formatMoney(amount, note.currency);
  const pdf = billPdf({
    title: "Credit note",
    facts: [
      ["Credit note number", note.number],
      ["Invoice number", invoice.number ?? ""],
      ["Date of issue", `${formatDate(note.created)} UTC`],
      ["Status", note.status],
    ],
    customer: [invoice.customer_name, invoice.customer_email].filter((part) => part !== null),
    lines: lines.map((line) => ({
      description: line.description ?? "Credit",
      quantity: String(line.quantity ?? 1),
      amount: money(line.amount),
    })),
    totals: [
      ["Subtotal", money(note.subtotal)],
      ["Discount", money(-note.discount_amount)],
      ["Total credited", money(note.total)],
    ],
    notes: note.memo === null ? [] : [note.memo],
  });
  return pdfResponse(pdf, `CreditNote-${note.number}`);
};
