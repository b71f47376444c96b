import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** It will never be paid: nothing is owed for it. */
export const handleInvoiceVoided: EventHandler = invoiceAndSubscription;
