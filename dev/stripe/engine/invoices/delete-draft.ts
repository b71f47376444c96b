import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { dropLine, itemOfLine, requireDraft } from "./draft-lines";
import { linesOf } from "./invoice-lines";
import { stopCollecting } from "./settle-invoice";

/** Only drafts of no subscription; its items wait again for the next invoice. https://docs.stripe.com/api/invoices/delete */
export function deleteDraft(engine: Engine, id: string): object {
  const invoice = requireDraft(engine, id);
  if (invoice.parent?.subscription_details) {
    throw invalidRequest("You can't delete invoices created by subscriptions.");
  }
  stopCollecting(engine, id);
  for (const line of linesOf(engine, id)) {
    const item = engine.store.objects.find("invoiceitem", itemOfLine(line) ?? "");
    if (item) engine.update(item, { invoice: null });
    dropLine(engine, line);
  }
  const tombstone = { id, object: "invoice", deleted: true } as const;
  engine.store.objects.bury(id, tombstone);
  engine.emit("invoice.deleted", invoice);
  return tombstone;
}
