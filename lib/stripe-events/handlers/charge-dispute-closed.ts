import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Won, lost, or an inquiry that ended. */
export const handleChargeDisputeClosed: EventHandler = objectOf("dispute");
