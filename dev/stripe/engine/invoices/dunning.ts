import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { INVOICE_RETRIES } from "./settle-invoice";

const DAY = 24 * 60 * 60;

/**
 * Counts an attempt that is about to be made, and plans the one after it. Any attempt counts as the first; after
 * that only retries count, so that paying by hand leaves the schedule alone.
 * https://docs.stripe.com/billing/revenue-recovery/smart-retries#custom
 */
export function planAttempt(engine: Engine, invoice: WireInvoice, isRetry: boolean): { isLast: boolean } {
  if (invoice.attempt_count > 0 && !isRetry) return { isLast: false };
  const count = invoice.attempt_count + 1;
  const days = isRetried(invoice) ? engine.invoiceRetryDays[count - 1] : undefined;
  const next = days === undefined ? null : engine.now + days * DAY;
  engine.update(invoice, { attempt_count: count, attempted: true, next_payment_attempt: next });
  if (next !== null) engine.schedule(INVOICE_RETRIES, invoice.id, next);
  return { isLast: isRetry && next === null };
}

/** The first invoice of a subscription is not: the subscription waits for its customer, and expires. */
function isRetried(invoice: WireInvoice): boolean {
  return (
    invoice.status === "open" &&
    invoice.auto_advance === true &&
    invoice.collection_method === "charge_automatically" &&
    invoice.billing_reason !== "subscription_create"
  );
}
