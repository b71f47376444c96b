import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { differenceKinds } from "@/lib/reconciliation/types";

const day = z.iso.date("Choose a day.").transform((text) => new Date(`${text}T00:00:00Z`));
const dayMs = 86_400_000;

/** Whole days in UTC; the last one belongs to the range. */
export const startSchema = z.object({
  since: day,
  until: z
    .union([z.literal(""), day])
    .optional()
    .transform((date) => (date ? new Date(date.getTime() + dayMs) : undefined)),
  rehearse: z.enum(["no", "yes"]),
  reason: reasonSchema,
});

export const cancelSchema = z.object({ id: z.uuid(), reason: reasonSchema });

const run = z.union([z.literal("").transform(() => null), z.uuid()]);

export const repairSchema = z.object({ key: z.string().max(400), run, reason: reasonSchema });

export const repairAllSchema = z.object({
  run: z.uuid(),
  kind: z.enum(differenceKinds),
  reason: reasonSchema,
});
