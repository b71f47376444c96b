import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** A planned change was set, moved or begun. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleUpdated: EventHandler = subscriptionsOfCustomer;
