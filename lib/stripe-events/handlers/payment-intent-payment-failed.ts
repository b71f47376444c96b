import type { EventHandler } from "../types";
import { convergePayment } from "./converge-payment";

/** A declined card or a refused authentication; the customer may try again on the same page. */
export const handlePaymentIntentPaymentFailed: EventHandler = convergePayment;
