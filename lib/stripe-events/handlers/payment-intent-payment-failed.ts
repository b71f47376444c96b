import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** A declined card or a refused authentication; the customer may try again on the same page. */
export const handlePaymentIntentPaymentFailed: EventHandler = objectOf("payment");
