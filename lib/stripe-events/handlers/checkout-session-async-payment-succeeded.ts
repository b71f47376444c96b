import type { EventHandler } from "../types";
import { convergeCheckout } from "./converge-checkout";

/** The money of a slow payment method arrived. */
export const handleCheckoutSessionAsyncPaymentSucceeded: EventHandler = convergeCheckout;
