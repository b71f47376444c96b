import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { planChangeSchema } from "@/lib/subscriptions/schema";

/** What was shown, and why it is done. */
export const planActSchema = z.object({
  userId: z.uuid(),
  token: z.string().max(100),
  reason: reasonSchema,
});

const instant = z.iso.datetime().transform((text) => new Date(text));

export const extendTrialSchema = planActSchema.extend({ endsAt: instant });

export const pausePlanSchema = planActSchema.extend({
  resumesAt: z.union([z.literal("").transform(() => null), instant]),
});

export const changePlanSchema = planActSchema.extend({
  ...planChangeSchema.shape,
  when: z.union([z.literal("").transform(() => undefined), z.enum(["now", "period_end"])]),
});

/** Cannot be taken back: the person's address is typed. */
export const endPlanSchema = planActSchema
  .extend({
    token: planChangeSchema.shape.token,
    refund: z.enum(["none", "unused"]),
    email: z.string().max(320),
    typed: z.string().max(320),
  })
  .refine(({ typed, email }) => typed.trim().toLowerCase() === email.toLowerCase(), {
    path: ["typed"],
    message: "Type the address as it stands above.",
  });
