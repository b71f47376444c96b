import { invoiceAndSubscription } from "../targets";
import type { EventHandler } from "../types";

/** Given up; paid later all the same, it brings its credits then. */
export const handleInvoiceMarkedUncollectible: EventHandler = invoiceAndSubscription;
