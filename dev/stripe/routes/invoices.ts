import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { dryRun } from "../engine/dry-run";
import { previewItems, type PreviewParams } from "../engine/invoices/create-preview";
import { deleteDraft } from "../engine/invoices/delete-draft";
import { finalizeOnRequest } from "../engine/invoices/finalize-on-request";
import { createInvoiceFromParams } from "../engine/invoices/invoice-from-params";
import { markUncollectible } from "../engine/invoices/mark-uncollectible";
import { payOnRequest } from "../engine/invoices/pay-on-request";
import { sendInvoice } from "../engine/invoices/send-invoice";
import { updateInvoice } from "../engine/invoices/update-invoice";
import { voidInvoice } from "../engine/invoices/void-invoice";
import { PREVIEW_PARAMS } from "../engine/subscriptions/preview-change";
import { isAboutSubscription, previewSubscription } from "../engine/subscriptions/preview-subscription";
import { type WireInvoice } from "../store/object-types";
import { invoiceLineRoutes, PREVIEW_ITEM } from "./invoice-lines";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

const DISCOUNTS = ["coupon", "discount", "promotion_code"].map((field) => `discounts.${field}`);

const FIELDS = [
  "auto_advance",
  "automatically_finalizes_at",
  "collection_method",
  "custom_fields",
  "days_until_due",
  "default_payment_method",
  "description",
  "discounts",
  ...DISCOUNTS,
  "due_date",
  "effective_at",
  "footer",
  "metadata",
  "number",
  "statement_descriptor",
];

type ListParams = Omit<Stripe.InvoiceListParams, "limit"> & PagingParams;

export const invoiceRoutes: Behaviour[] = [
  route<Stripe.InvoiceCreateParams>(
    "POST /v1/invoices",
    [...FIELDS, "currency", "customer", "pending_invoice_items_behavior", "subscription"],
    ({ engine, params }) => createInvoiceFromParams(engine, params),
  ),
  route("GET /v1/invoices/{id}", [], ({ engine, id }) => {
    const invoice = engine.store.objects.findEvenDeleted(id);
    return invoice?.object === "invoice" ? invoice : engine.require("invoice", id);
  }),
  route<Stripe.InvoiceUpdateParams>("POST /v1/invoices/{id}", FIELDS, ({ engine, params, id }) =>
    updateInvoice(engine, id, params),
  ),
  route("DELETE /v1/invoices/{id}", [], ({ engine, id }) => deleteDraft(engine, id)),
  route<ListParams>(
    "GET /v1/invoices",
    [...PAGING, "collection_method", "created", "customer", "status", "subscription"],
    (call) => {
      const { collection_method, created, customer, status, subscription } = call.params;
      return listPage(call, "invoice", {
        where: {
          "parent.subscription_details.subscription": subscription,
          customer,
          status,
          collection_method,
        },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
  searchRoute("GET /v1/invoices/search", "invoice"),
  route<PreviewParams>(
    "POST /v1/invoices/create_preview",
    [
      "currency",
      "customer",
      "discounts",
      ...DISCOUNTS,
      ...PREVIEW_ITEM.map((field) => `invoice_items.${field}`),
      ...PREVIEW_PARAMS,
    ],
    ({ engine, params }) =>
      dryRun(engine, (unheard) =>
        isAboutSubscription(params) ? previewSubscription(unheard, params) : previewItems(unheard, params),
      ),
  ),
  route<Stripe.InvoiceFinalizeInvoiceParams>(
    "POST /v1/invoices/{id}/finalize",
    ["auto_advance"],
    ({ engine, params, id }) => finalizeOnRequest(engine, id, params.auto_advance),
  ),
  route<Stripe.InvoicePayParams>(
    "POST /v1/invoices/{id}/pay",
    ["off_session", "paid_out_of_band", "payment_method"],
    ({ engine, params, id }) => payOnRequest(engine, id, params),
  ),
  act("send", sendInvoice),
  act("void", voidInvoice),
  act("mark_uncollectible", markUncollectible),
  ...invoiceLineRoutes,
];

function act(verb: string, run: (engine: Engine, invoice: WireInvoice) => WireInvoice): Behaviour {
  return route(`POST /v1/invoices/{id}/${verb}`, [], ({ engine, id }) =>
    run(engine, engine.require("invoice", id)),
  );
}
