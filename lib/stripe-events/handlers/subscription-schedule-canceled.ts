import { subscriptionsOfCustomer } from "../targets";
import type { EventHandler } from "../types";

/** The schedule ended with its subscription. Stripe need not tell of the subscription besides. */
export const handleSubscriptionScheduleCanceled: EventHandler = subscriptionsOfCustomer;
