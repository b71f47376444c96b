import type { EventHandler } from "../types";
import { convergeCheckout } from "./converge-checkout";

/** The money of a slow payment method will not come. */
export const handleCheckoutSessionAsyncPaymentFailed: EventHandler = convergeCheckout;
