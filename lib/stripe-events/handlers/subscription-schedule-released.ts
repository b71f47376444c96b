import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** The plan goes on without what was planned. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleReleased: EventHandler = subscriptionsOfCustomer;
