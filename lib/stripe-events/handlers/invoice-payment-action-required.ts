import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** The member must confirm the payment at their bank. */
export const handleInvoicePaymentActionRequired: EventHandler = invoiceAndSubscription;
