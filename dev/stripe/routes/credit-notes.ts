import type Stripe from "stripe";
import { createCreditNote } from "../engine/credit-notes/create-credit-note";
import { type CreditNoteParams } from "../engine/credit-notes/credit-note-params";
import { voidCreditNote } from "../engine/credit-notes/void-credit-note";
import { dryRun } from "../engine/dry-run";
import { mergeMetadata } from "../engine/metadata";
import { listPage, listRoute, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const FIELDS = [
  "amount",
  "credit_amount",
  "effective_at",
  "invoice",
  ...[
    "amount",
    "description",
    "invoice_line_item",
    "metadata",
    "quantity",
    "type",
    "unit_amount",
    "unit_amount_decimal",
  ].map((field) => `lines.${field}`),
  "memo",
  "metadata",
  "out_of_band_amount",
  "reason",
  "refund_amount",
  "refunds.amount_refunded",
  "refunds.refund",
];

export const creditNoteRoutes: Behaviour[] = [
  route<CreditNoteParams>("POST /v1/credit_notes", FIELDS, ({ engine, params }) =>
    createCreditNote(engine, params),
  ),
  route("GET /v1/credit_notes/{id}", [], ({ engine, id }) => engine.require("credit_note", id)),
  route<Stripe.CreditNoteUpdateParams>(
    "POST /v1/credit_notes/{id}",
    ["memo", "metadata"],
    ({ engine, params, id }) => {
      const note = engine.require("credit_note", id);
      const metadata = mergeMetadata(note.metadata ?? {}, params.metadata);
      return engine.update(note, { memo: params.memo ?? note.memo, metadata }, "credit_note.updated");
    },
  ),
  listRoute("GET /v1/credit_notes", "credit_note", ["customer", "invoice"]),
  route<CreditNoteParams>("GET /v1/credit_notes/preview", FIELDS, ({ engine, params }) =>
    dryRun(engine, (unheard) => createCreditNote(unheard, params)),
  ),
  route<CreditNoteParams>("GET /v1/credit_notes/preview/lines", FIELDS, ({ engine, params, path }) => {
    const { lines } = dryRun(engine, (unheard) => createCreditNote(unheard, params));
    return { ...lines, url: path };
  }),
  route("POST /v1/credit_notes/{id}/void", [], ({ engine, id }) =>
    voidCreditNote(engine, engine.require("credit_note", id)),
  ),
  route<PagingParams>("GET /v1/credit_notes/{id}/lines", PAGING, (call) =>
    listPage(call, "credit_note_line_item", {
      parent: call.engine.require("credit_note", call.id).id,
      oldestFirst: true,
    }),
  ),
];
