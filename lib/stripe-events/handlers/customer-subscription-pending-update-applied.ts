import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A change that waited for its payment has happened. */
export const handleCustomerSubscriptionPendingUpdateApplied: EventHandler = subscriptionsOfCustomer;
