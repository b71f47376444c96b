import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The disputed money came back. */
export const handleChargeDisputeFundsReinstated: EventHandler = objectOf("dispute");
