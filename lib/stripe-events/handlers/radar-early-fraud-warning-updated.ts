import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** It was refunded or disputed: nothing is left to do. */
export const handleRadarEarlyFraudWarningUpdated: EventHandler = objectOf("fraud_warning");
