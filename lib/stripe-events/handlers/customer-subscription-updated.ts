import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A renewal, a change of plan or state, a planned end: whatever it was, the subscription says how it stands. */
export const handleCustomerSubscriptionUpdated: EventHandler = subscriptionsOfCustomer;
