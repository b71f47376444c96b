import { z } from "zod";
import { cancelReasons } from "@/lib/ports/subscription-gateway";

/** A member chooses which plan, never for how much. */
export const planChoiceSchema = z.object({ lookupKey: z.string().regex(/^[a-z0-9_]{1,64}$/) });

/** Seconds of the instant that the preview was computed for, and a digest of what it showed. */
const previewTokenSchema = z.string().regex(/^\d{10}\.[\w-]{43}$/);

export const planChangeSchema = planChoiceSchema.extend({ token: previewTokenSchema });

export const cancelPlanSchema = z.object({
  reason: z.enum(cancelReasons).nullable(),
  comment: z.string().trim().max(1_000).optional(),
});
