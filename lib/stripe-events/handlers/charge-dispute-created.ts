import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The card's owner questions the payment; the bank has taken the money unless it only inquires. */
export const handleChargeDisputeCreated: EventHandler = objectOf("dispute");
