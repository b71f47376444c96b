import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Nobody paid in time: the next click opens a new session. */
export const handleCheckoutSessionExpired: EventHandler = objectOf("checkout");
