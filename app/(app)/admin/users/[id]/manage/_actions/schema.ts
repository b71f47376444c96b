import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
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
