import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The customer finished; paid already unless the payment method is a slow one. */
export const handleCheckoutSessionCompleted: EventHandler = objectOf("checkout");
