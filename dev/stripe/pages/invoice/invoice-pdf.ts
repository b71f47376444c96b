import { Engine } from "../../engine/engine";
import { type LocalResponse } from "../../server/messages";
import { messagePage } from "../message-page";
import { formatDate, formatMoney } from "../money";
import { type PageHandler } from "../page-parts";
import { type Bill, billPdf } from "../pdf/bill-pdf";
import { type InvoiceView, viewInvoice } from "./invoice-view";

/** `invoice.invoice_pdf` */
export const showInvoicePdf: PageHandler = (parts, _request, id) => {
  const view = viewInvoice(new Engine(parts.engine), id);
  if (!view) return messagePage({ title: "No such invoice", text: "Check the address.", status: 404 });
  return pdfResponse(billPdf(billOf(view)), `Invoice-${view.invoice.number ?? id}`);
};

export function pdfResponse(body: string, name: string): LocalResponse {
  return {
    status: 200,
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "cache-control": "no-store",
    },
    body,
  };
}

function billOf({ invoice, seller, billTo, lines, totals }: InvoiceView): Bill {
  const day = (seconds: number): string => `${formatDate(seconds)} UTC`;
  const { due_date: due, effective_at: issued } = invoice;
  return {
    title: "Invoice",
    facts: [
      ["Invoice number", invoice.number ?? ""],
      ["Date of issue", day(issued ?? invoice.created)],
      ...(due === null ? [] : [["Date due", day(due)] as [string, string]]),
      ["Status", invoice.status ?? ""],
      ["From", seller],
    ],
    customer: billTo,
    lines: lines.map((line) => ({
      description: line.description ?? "",
      quantity: String(line.quantity ?? 1),
      amount: formatMoney(line.amount, invoice.currency),
    })),
    totals,
    notes: [invoice.description, invoice.footer].filter((note) => note !== null),
  };
}
