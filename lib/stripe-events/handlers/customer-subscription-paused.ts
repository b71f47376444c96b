import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A trial ended without a card to bill. */
export const handleCustomerSubscriptionPaused: EventHandler = subscriptionsOfCustomer;
