import { invalidRequest } from "../../server/stripe-error";
import { type WireCreditNoteLine, type WireInvoice, type WireInvoiceLine } from "../../store/object-types";
import { multiplyDecimal } from "../decimal-amounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { linesOf } from "../invoices/invoice-lines";
import { mergeMetadata } from "../metadata";
import { type CreditLineParams } from "./credit-note-params";

/** A line before it is stored; `amount` is without discounts. */
export type CreditLine = Omit<WireCreditNoteLine, "id" | "object" | "livemode">;

const NOTHING = {
  discount_amount: 0,
  discount_amounts: [],
  pretax_credit_amounts: [],
  tax_rates: [],
  taxes: [],
};

/** What is given back, line by line. https://docs.stripe.com/api/credit_notes/create */
export function creditLines(engine: Engine, invoice: WireInvoice, params: CreditLineParams[]): CreditLine[] {
  const billed = linesOf(engine, invoice.id);
  return params.map((param, place) => {
    const at = `lines[${place}]`;
    return param.type === "invoice_line_item"
      ? ofInvoiceLine(engine, { billed, param, at })
      : custom(param, at);
  });
}

/** A single amount counts as one line of its own. */
export function amountLine(amount: number): CreditLine {
  return {
    ...NOTHING,
    amount,
    description: null,
    metadata: {},
    quantity: 1,
    type: "custom_line_item",
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  };
}

function custom(param: CreditLineParams, at: string): CreditLine {
  const quantity = param.quantity ?? 1;
  const unit =
    param.unit_amount_decimal ?? (param.unit_amount === undefined ? null : String(param.unit_amount));
  if (unit === null || !param.description) {
    const missing = unit === null ? "unit_amount" : "description";
    throw invalidRequest(`Missing required param: ${at}[${missing}].`, {
      code: "parameter_missing",
      param: `${at}[${missing}]`,
    });
  }
  return {
    ...NOTHING,
    amount: multiplyDecimal(unit, quantity),
    description: param.description,
    metadata: mergeMetadata({}, param.metadata),
    quantity,
    type: "custom_line_item",
    unit_amount: /^\d+$/.test(unit) ? Number(unit) : null,
    unit_amount_decimal: unit,
  };
}

function ofInvoiceLine(
  engine: Engine,
  { billed, param, at }: { billed: WireInvoiceLine[]; param: CreditLineParams; at: string },
): CreditLine {
  const line = billed.find(({ id }) => id === param.invoice_line_item);
  if (!line) {
    throw invalidRequest(`No such invoice line item: '${param.invoice_line_item ?? ""}'`, {
      code: "resource_missing",
      param: `${at}[invoice_line_item]`,
    });
  }
  const whole = line.quantity ?? 1;
  const quantity = param.quantity ?? (param.amount === undefined ? whole : null);
  const amount = param.amount ?? Math.round((line.amount * (quantity ?? whole)) / whole);
  if (amount < 1 || amount > line.amount - creditedOf(engine, line)) {
    throw invalidRequest(
      `The credited amount of the line item ${line.id} cannot be more than what is left of it to credit.`,
      { param: `${at}[${param.amount === undefined ? "quantity" : "amount"}]` },
    );
  }
  const discounts = (line.discount_amounts ?? []).map((part) => ({
    amount: Math.round((part.amount * amount) / line.amount),
    discount: idOf(part.discount) ?? "",
  }));
  return {
    ...NOTHING,
    amount,
    description: param.description ?? line.description,
    discount_amount: discounts.reduce((sum, part) => sum + part.amount, 0),
    discount_amounts: discounts,
    invoice_line_item: line.id,
    metadata: mergeMetadata({}, param.metadata),
    pretax_credit_amounts: discounts.map((part) => ({ ...part, type: "discount" })),
    quantity,
    type: "invoice_line_item",
    unit_amount: quantity ? Math.round(amount / quantity) : null,
    unit_amount_decimal: quantity ? (amount / quantity).toFixed(12).replace(/\.?0+$/, "") : null,
  };
}

/** What notes that are in force have given back of a line. */
function creditedOf(engine: Engine, line: WireInvoiceLine): number {
  const { data } = engine.store.objects.list("credit_note", {
    where: { invoice: idOf(line.invoice) ?? "" },
    limit: 1000,
  });
  return data
    .filter(({ status }) => status !== "void")
    .flatMap(({ id }) => engine.store.objects.list("credit_note_line_item", { parent: id, limit: 1000 }).data)
    .filter(({ invoice_line_item: of }) => of === line.id)
    .reduce((sum, { amount }) => sum + amount, 0);
}
