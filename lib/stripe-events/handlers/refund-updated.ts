import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** It arrived at the bank, or did not. */
export const handleRefundUpdated: EventHandler = objectOf("refund");
