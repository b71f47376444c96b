import { objectOf } from "../targets";
import type { EventHandler } from "../types";

/** Made by us or in Stripe's dashboard. */
export const handleRefundCreated: EventHandler = objectOf("refund");
