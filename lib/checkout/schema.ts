import { z } from "zod";

/** A buyer chooses what to buy, never for how much. */
export const startCheckoutSchema = z.object({ lookupKey: z.string().regex(/^[a-z0-9_]{1,64}$/) });

export const sessionIdSchema = z.string().regex(/^cs_[a-zA-Z0-9_]{1,200}$/);
