import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The money of a slow payment method will not come. */
export const handleCheckoutSessionAsyncPaymentFailed: EventHandler = objectOf("checkout");
