import { defaultObject } from "../../contract/default-object";
import { type WireInvoice, type WireInvoiceLine } from "../../store/object-types";
import { type Engine } from "../engine";
import { newId } from "../ids";
import { type LineValues } from "./invoice-totals";

/** How many lines an invoice shows by itself; the others are a list call away. */
const SHOWN = 10;

export function storeLines(engine: Engine, invoice: string, lines: LineValues[]): WireInvoiceLine[] {
  return lines.map((line) => engine.create("line_item", { ...line, invoice }));
}

/** Lines of a preview, which are no objects. */
export function looseLines(engine: Engine, invoice: string, lines: LineValues[]): WireInvoiceLine[] {
  const empty = defaultObject(engine.contract, "line_item") as unknown as WireInvoiceLine;
  return lines.map((line) => ({ ...empty, ...line, id: newId("il_tmp_"), invoice }));
}

/** All lines of an invoice, in their order. */
export function linesOf(engine: Engine, invoice: string): WireInvoiceLine[] {
  return engine.store.objects.list("line_item", { where: { invoice }, limit: 10_000, oldestFirst: true })
    .data;
}

/** The list as the invoice shows it. */
export function shownLines(invoice: string, lines: WireInvoiceLine[]): WireInvoice["lines"] {
  return {
    object: "list",
    data: lines.slice(0, SHOWN),
    has_more: lines.length > SHOWN,
    total_count: lines.length,
    url: `/v1/invoices/${invoice}/lines`,
  } as WireInvoice["lines"];
}
