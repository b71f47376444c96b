import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** May come before or after the checkout session's own event and the first invoice's. */
export const handleCustomerSubscriptionCreated: EventHandler = subscriptionsOfCustomer;
