import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** The bank sent the money back. */
export const handleRefundFailed: EventHandler = objectOf("refund");
