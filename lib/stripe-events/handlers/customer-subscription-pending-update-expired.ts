import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A change that waited for its payment was dropped. */
export const handleCustomerSubscriptionPendingUpdateExpired: EventHandler = subscriptionsOfCustomer;
