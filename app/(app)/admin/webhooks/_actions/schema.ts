import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { parseAsDay } from "@/components/forms/parse-as-day";
import { eventStatuses } from "@/lib/stripe-events/schema";

const empty = z.literal("").transform(() => null);
const day = z.union([empty, z.iso.date().transform((text) => parseAsDay.parse(text))]);
const text = z.union([empty, z.string().max(200)]);

export const replaySchema = z.object({
  id: z.string().regex(/^evt_\w{1,200}$/),
  /** When it had last been replayed, as the page showed it. */
  seen: z.union([empty, z.iso.datetime().transform((instant) => new Date(instant))]),
  reason: reasonSchema,
});

/** The filter as the address of the preview has it, and what the preview told. */
export const replayManySchema = z.object({
  ...{ status: z.union([empty, z.enum(eventStatuses)]), type: text, object: text, from: day, to: day },
  upTo: z.string().max(300),
  batch: z.coerce.number().int().positive(),
  reason: reasonSchema,
});
