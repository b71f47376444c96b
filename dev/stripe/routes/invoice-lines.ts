import { addLines, removeLines, updateLine, updateLines } from "../engine/invoices/edit-lines";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

/** What every description of an item can hold. */
const ITEM = [
  "amount",
  "description",
  "discountable",
  "metadata",
  "period",
  "price_data.currency",
  "price_data.product",
  "price_data.tax_behavior",
  "price_data.unit_amount",
  "price_data.unit_amount_decimal",
  "quantity",
];

export const PREVIEW_ITEM = [...ITEM, "currency", "price", "unit_amount_decimal"];

const LINE = [
  ...ITEM,
  "discounts",
  "discounts.coupon",
  "discounts.discount",
  "discounts.promotion_code",
  "price_data.product_data",
  "pricing.price",
];
const LINES = LINE.map((field) => `lines.${field}`);

export const invoiceLineRoutes: Behaviour[] = [
  route<PagingParams>("GET /v1/invoices/{id}/lines", PAGING, (call) =>
    listPage(call, "line_item", {
      where: { invoice: call.engine.require("invoice", call.id).id },
      oldestFirst: true,
    }),
  ),
  route<Parameters<typeof addLines>[2]>(
    "POST /v1/invoices/{id}/add_lines",
    [...LINES, "lines.invoice_item", "invoice_metadata"],
    ({ engine, params, id }) => addLines(engine, id, params),
  ),
  route<Parameters<typeof removeLines>[2]>(
    "POST /v1/invoices/{id}/remove_lines",
    ["lines.id", "lines.behavior", "invoice_metadata"],
    ({ engine, params, id }) => removeLines(engine, id, params),
  ),
  route<Parameters<typeof updateLines>[2]>(
    "POST /v1/invoices/{id}/update_lines",
    [...LINES, "lines.id", "invoice_metadata"],
    ({ engine, params, id }) => updateLines(engine, id, params),
  ),
  route<Parameters<typeof updateLine>[2]>(
    "POST /v1/invoices/{invoiceId}/lines/{id}",
    LINE,
    ({ engine, params, id, path }) =>
      updateLine(engine, { invoice: path.split("/")[3] ?? "", line: id }, params),
  ),
];
