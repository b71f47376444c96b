import type { EventHandler } from "../types";
import { convergePayment } from "./converge-payment";

/** May come before the session's own event, or instead of it. */
export const handlePaymentIntentSucceeded: EventHandler = convergePayment;
