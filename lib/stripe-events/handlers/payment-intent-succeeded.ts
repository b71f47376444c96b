import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** May come before the session's or the invoice's own event, or instead of it. */
export const handlePaymentIntentSucceeded: EventHandler = objectOf("payment");
