import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The disputed money left Stripe's balance. */
export const handleChargeDisputeFundsWithdrawn: EventHandler = objectOf("dispute");
