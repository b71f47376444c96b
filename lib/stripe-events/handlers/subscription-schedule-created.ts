import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** The subscription is ruled by a schedule now. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleCreated: EventHandler = subscriptionsOfCustomer;
