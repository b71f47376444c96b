import { wholeCatalog } from "../targets";
import type { EventHandler } from "../types";

/** What is sold may have changed in Stripe: its truth is copied here. */
export const handleProductDeleted: EventHandler = wholeCatalog;
