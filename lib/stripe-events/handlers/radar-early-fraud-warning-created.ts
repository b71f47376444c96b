import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** A bank believes that the card's owner did not pay. */
export const handleRadarEarlyFraudWarningCreated: EventHandler = objectOf("fraud_warning");
