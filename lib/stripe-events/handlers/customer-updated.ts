import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Address or default card changed in Stripe, or in its portal. */
export const handleCustomerUpdated: EventHandler = objectOf("customer");
