import type Stripe from "stripe";
import {
  createInvoiceItem,
  deleteInvoiceItem,
  type NewItemParams,
  updateInvoiceItem,
} from "../engine/invoices/invoice-items";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const FIELDS = [
  "amount",
  "description",
  "discountable",
  "discounts",
  "discounts.coupon",
  "discounts.discount",
  "discounts.promotion_code",
  "metadata",
  "period",
  "price_data.currency",
  "price_data.product",
  "price_data.tax_behavior",
  "price_data.unit_amount",
  "price_data.unit_amount_decimal",
  "pricing.price",
  "quantity",
  "unit_amount_decimal",
];

export const invoiceItemRoutes: Behaviour[] = [
  route<NewItemParams>(
    "POST /v1/invoiceitems",
    [...FIELDS, "currency", "customer", "invoice", "subscription"],
    ({ engine, params }) => createInvoiceItem(engine, params),
  ),
  route("GET /v1/invoiceitems/{id}", [], ({ engine, id }) => engine.require("invoiceitem", id)),
  route<NewItemParams>("POST /v1/invoiceitems/{id}", FIELDS, ({ engine, params, id }) =>
    updateInvoiceItem(engine, engine.require("invoiceitem", id), params),
  ),
  route("DELETE /v1/invoiceitems/{id}", [], ({ engine, id }) =>
    deleteInvoiceItem(engine, engine.require("invoiceitem", id)),
  ),
  route<Omit<Stripe.InvoiceItemListParams, "limit"> & PagingParams>(
    "GET /v1/invoiceitems",
    [...PAGING, "created", "customer", "invoice", "pending"],
    (call) => {
      const { created, customer, invoice, pending } = call.params;
      return listPage(call, "invoiceitem", {
        where: { invoice, customer },
        ...(pending === undefined ? {} : { missing: { field: "invoice", is: pending } }),
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
];
