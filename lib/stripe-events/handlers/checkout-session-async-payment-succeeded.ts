import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The money of a slow payment method arrived. */
export const handleCheckoutSessionAsyncPaymentSucceeded: EventHandler = objectOf("checkout");
