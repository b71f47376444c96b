import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Somebody deleted the customer in Stripe: plans end, history and credits stay. */
export const handleCustomerDeleted: EventHandler = objectOf("customer");
