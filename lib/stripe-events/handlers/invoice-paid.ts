import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** The only news that brings subscription credits. */
export const handleInvoicePaid: EventHandler = invoiceAndSubscription;
