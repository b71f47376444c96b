import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A renewal is some days ahead. The invoice does not exist yet, so only the subscription is read. */
export const handleInvoiceUpcoming: EventHandler = subscriptionsOfCustomer;
