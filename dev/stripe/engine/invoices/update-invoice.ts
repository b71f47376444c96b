import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { discountsFromParams } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { INVOICE_FINALIZES } from "./create-invoice";
import { type HiddenInvoice } from "./invoice-draft";
import { recomputeDraft, requireDraft } from "./draft-lines";
import { checkDue, type Chosen, chosenFields, ownMethod } from "./invoice-fields";

const DAY = 24 * 60 * 60;

/** Changes a draft; of what is open or paid only metadata and how it is collected. https://docs.stripe.com/api/invoices/update */
export function updateInvoice(engine: Engine, id: string, params: Stripe.InvoiceUpdateParams): WireInvoice {
  const { auto_advance: autoAdvance, metadata, ...draftOnly } = params;
  const invoice = engine.require("invoice", id);
  const { expand: _expand, default_payment_method: defaultMethod, ...editable } = draftOnly;
  if (Object.keys(editable).length > 0) requireDraft(engine, id);
  if (autoAdvance !== undefined && !["draft", "open"].includes(invoice.status ?? "")) {
    throw invalidRequest(
      `You can only change \`auto_advance\` of draft and open invoices. This invoice has a status of \`${invoice.status ?? ""}\`.`,
      { param: "auto_advance" },
    );
  }
  const method = params.collection_method ?? invoice.collection_method;
  const changesDue = [params.collection_method, params.days_until_due, params.due_date].some(
    (value) => value !== undefined,
  );
  if (changesDue) checkDue(engine, params, method);
  const customer = idOf(invoice.customer) ?? "";
  const changes: Partial<WireInvoice> = {
    ...chosenFields(engine, id, params),
    ...(params.collection_method ? { collection_method: params.collection_method } : {}),
    ...(params.description === undefined ? {} : { description: params.description || null }),
    ...(defaultMethod === undefined
      ? {}
      : { default_payment_method: ownMethod(engine, customer, defaultMethod) }),
    metadata: mergeMetadata(invoice.metadata ?? {}, metadata),
  };
  if (params.discounts !== undefined) {
    changes.discounts = discountsFromParams(engine, params.discounts, { customer, invoice: id });
  }
  if (changesDue) Object.assign(changes, dueOf(engine, id, params));
  if (autoAdvance !== undefined) Object.assign(changes, advancing(engine, invoice, autoAdvance));
  if (invoice.status === "draft") return recomputeDraft(engine, id, changes);
  return engine.update(invoice, changes, "invoice.updated");
}

function dueOf(
  engine: Engine,
  id: string,
  { days_until_due: days, due_date: date }: Pick<Chosen, "days_until_due" | "due_date">,
): Partial<WireInvoice> {
  engine.store.objects.addHidden<HiddenInvoice>(id, { daysUntilDue: days ?? null });
  return { due_date: days === undefined ? (date ?? null) : engine.now + days * DAY };
}

/** Turned on, a draft is finalized an hour from now; turned off, never by itself. */
function advancing(engine: Engine, invoice: WireInvoice, on: boolean): Partial<WireInvoice> {
  if (invoice.status !== "draft") return { auto_advance: on };
  const at = on ? engine.now + 60 * 60 : null;
  if (at === null) engine.store.due.cancel(INVOICE_FINALIZES, invoice.id);
  else engine.schedule(INVOICE_FINALIZES, invoice.id, at);
  return { auto_advance: on, automatically_finalizes_at: at };
}
