import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** An invoice that Stripe could not close: support sees why there. */
export const handleInvoiceFinalizationFailed: EventHandler = invoiceAndSubscription;
