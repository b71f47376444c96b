import { z } from "zod";
import { parseCredits } from "@/lib/shared/parse-credits";
import { lowLimits } from "./types";

const range = `Enter from ${lowLimits.least} to ${lowLimits.most.toLocaleString("en-US")} credits, or nothing for never.`;

const problems = {
  sign: range,
  zero: range,
  format: "Enter a number such as 50 or 12.5, with a point and without commas.",
  decimals: "A credit has at most three decimals.",
} as const;

/** Below how many credits somebody is told, in milli-credits; nothing typed is null: never. */
export const lowLimitSchema = z.object({
  credits: z
    .string()
    .max(100, range)
    .optional()
    .default("")
    .transform((typed, ctx) => {
      const parsed = parseCredits(typed);
      if ("problem" in parsed) {
        if (parsed.problem === "empty") return null;
        ctx.addIssue({ code: "custom", message: problems[parsed.problem] });
        return z.NEVER;
      }
      const { creditsMilli } = parsed;
      if (creditsMilli >= BigInt(lowLimits.least) * 1_000n && creditsMilli <= BigInt(lowLimits.most) * 1_000n)
        return creditsMilli;
      ctx.addIssue({ code: "custom", message: range });
      return z.NEVER;
    }),
});
