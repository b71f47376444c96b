import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** The schedule ended because its subscription did. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleAborted: EventHandler = subscriptionsOfCustomer;
