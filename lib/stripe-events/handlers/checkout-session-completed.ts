import type { EventHandler } from "../types";
import { convergeCheckout } from "./converge-checkout";

/** The customer finished; paid already unless the payment method is a slow one. */
export const handleCheckoutSessionCompleted: EventHandler = convergeCheckout;
