import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A paused subscription is billed again. */
export const handleCustomerSubscriptionResumed: EventHandler = subscriptionsOfCustomer;
