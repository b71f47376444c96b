import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** Three days before the first payment. */
export const handleCustomerSubscriptionTrialWillEnd: EventHandler = subscriptionsOfCustomer;
