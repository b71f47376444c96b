import { type WireInvoiceItem, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { pendingItems } from "../invoices/pending-items";

/** What waits for the subscription's own next invoice. */
export function pendingOf(
  engine: Engine,
  { id, customer, currency }: Pick<WireSubscription, "id" | "customer" | "currency">,
): WireInvoiceItem[] {
  return pendingItems(engine, { customer: idOf(customer) ?? "", currency, subscription: id }).filter(
    ({ parent }) => parent?.subscription_details?.subscription === id,
  );
}
