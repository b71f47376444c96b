import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Evidence was sent, or an inquiry became a chargeback. */
export const handleChargeDisputeUpdated: EventHandler = objectOf("dispute");
