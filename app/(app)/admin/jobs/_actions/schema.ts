import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";

export const runJobSchema = z.object({ name: z.string().max(100), reason: reasonSchema });

export const retryJobSchema = z.object({
  id: z.string().max(20),
  /** How often it had been tried, as the page showed it. */
  attempts: z.coerce.number().int().min(0).max(32_767),
  reason: reasonSchema,
});
