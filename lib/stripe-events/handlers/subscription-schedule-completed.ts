import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** All that was planned has happened. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleCompleted: EventHandler = subscriptionsOfCustomer;
