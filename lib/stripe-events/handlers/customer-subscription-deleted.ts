import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** It has ended: asked for, or because no payment came. */
export const handleCustomerSubscriptionDeleted: EventHandler = subscriptionsOfCustomer;
