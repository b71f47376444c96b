import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { plans } from "@/lib/catalog/catalog";
import { quotaKinds } from "@/lib/quotas/types";
import { endOfDay } from "@/lib/shared/end-of-day";
import { isUuid } from "@/lib/shared/is-uuid";
import { parseLimit } from "./parse-limit";

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

export const quotaSchema = actSchema
  .extend({ id: userId, kind: z.enum(quotaKinds, "Choose a limit."), limit: z.string().max(40), lastDay })
  .transform(({ lastDay: endsAt, limit: typed, ...rest }, ctx) => {
    const parsed = parseLimit(rest.kind, typed);
    if ("limit" in parsed) return { ...rest, endsAt, limit: parsed.limit };
    ctx.addIssue({ code: "custom", path: ["limit"], message: parsed.problem });
    return z.NEVER;
  });

/** Ends one of somebody's overrides. */
export const endSchema = actSchema.extend({ id: userId });
