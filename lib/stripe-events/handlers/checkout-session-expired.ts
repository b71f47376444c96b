import type { EventHandler } from "../types";
import { convergeCheckout } from "./converge-checkout";

/** Nobody paid in time: the next click opens a new session. */
export const handleCheckoutSessionExpired: EventHandler = convergeCheckout;
