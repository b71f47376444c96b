import { type WireInvoice } from "../../store/object-types";
import { discountsFromParams } from "../discounts/discounts";
import { type Engine } from "../engine";
import { extraLines, type PreviewParams } from "../invoices/create-preview";
import { previewInvoice } from "../invoices/preview-invoice";
import { previewChange } from "./preview-change";

/** Whether a preview is about a subscription, be it one to come, and not of items alone. */
export function isAboutSubscription(params: PreviewParams): boolean {
  return [params.subscription, params.schedule, params.subscription_details].some(
    (part) => part !== undefined,
  );
}

/** The next invoice of a subscription, with the items and discounts that the caller adds to it. */
export function previewSubscription(engine: Engine, params: PreviewParams): WireInvoice {
  const draft = previewChange(engine, params);
  const discounts =
    params.discounts === undefined
      ? draft.discounts
      : discountsFromParams(engine, params.discounts, { customer: draft.customer.id, invoice: "upcoming" });
  const lines = [...draft.lines, ...extraLines(engine, params, draft.currency)];
  return previewInvoice(engine, { ...draft, discounts, lines });
}
