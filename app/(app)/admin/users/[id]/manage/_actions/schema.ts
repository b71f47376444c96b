import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { plans } from "@/lib/catalog/catalog";
import { quotaKinds } from "@/lib/quota-overrides/types";
import { endOfDay } from "@/lib/shared/end-of-day";
import { isUuid } from "@/lib/shared/is-uuid";

const userId = z.string().refine(isUuid);

/** What every act on a person takes. */
export const actSchema = z.object({ userId, reason: reasonSchema });

export const roleSchema = actSchema.extend({ role: z.enum(["member", "admin"]) });

/** Typed twice: a mistyped address would hand the account to a stranger. */
export const emailSchema = actSchema
  .extend({
    email: z.string().trim().min(1, "Enter the new address.").max(254, "Enter the new address."),
    again: z.string().trim(),
    checked: z.literal("on", "Make sure first whose account it is."),
  })
  .superRefine(({ email, again }, ctx) => {
    if (email.toLowerCase() !== again.toLowerCase())
      ctx.addIssue({ code: "custom", path: ["again"], message: "The two addresses differ." });
  });

/** The last day of UTC, as the instant after it. */
const lastDay = z
  .string()
  .optional()
  .default("")
  .transform((typed, ctx) => {
    const end = endOfDay(typed);
    if (end) return end;
    ctx.addIssue({ code: "custom", message: "Choose the last day." });
    return z.NEVER;
  });

const planKeys = plans.map(({ key }) => key);

export const givePlanSchema = actSchema
  .extend({ id: userId, planKey: z.enum(planKeys, "Choose a plan."), lastDay })
  .transform(({ lastDay: endsAt, ...rest }) => ({ ...rest, endsAt }));

const wholeNumber = z
  .string()
  .trim()
  .regex(/^\d{1,15}$/, "Enter a whole number, without points or commas.")
  .transform(BigInt);

export const quotaSchema = actSchema
  .extend({ id: userId, kind: z.enum(quotaKinds, "Choose a limit."), limit: wholeNumber, lastDay })
  .transform(({ lastDay: endsAt, ...rest }) => ({ ...rest, endsAt }));

/** Ends one of somebody's overrides. */
export const endSchema = actSchema.extend({ id: userId });
