import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** A renewal or first payment was refused; Stripe tries again by its own plan. */
export const handleInvoicePaymentFailed: EventHandler = invoiceAndSubscription;
