import { z } from "zod";
import { endOfDay } from "@/lib/shared/end-of-day";
import { isUuid } from "@/lib/shared/is-uuid";
import { parseCredits } from "@/lib/shared/parse-credits";
import { adjustmentActs } from "./types";

const most = 1_000_000_000n;

const problems = {
  empty: "Enter how many credits.",
  sign: "Leave the sign out and choose what to do above.",
  format: "Enter a number such as 250 or 12.5, with a point and without commas.",
  decimals: "A credit has at most three decimals.",
  zero: "Enter more than 0.",
} as const;

const amount = z
  .string()
  .optional()
  .default("")
  .transform((typed, ctx) => {
    const parsed = parseCredits(typed);
    if ("creditsMilli" in parsed && parsed.creditsMilli <= most) return parsed.creditsMilli;
    const message = "problem" in parsed ? problems[parsed.problem] : "At most 1,000,000 credits at once.";
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const badDay = "Choose the last day on which they count.";

/** Characters that are no text, or turn its direction. */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u2028\u2029\uFEFF]/u;

const line = (max: number, words: string) =>
  z
    .string()
    .optional()
    .default("")
    .transform((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
    .refine((text) => text.length <= max && text.isWellFormed() && !invisible.test(text), words);

const note = line(120, "Use one line of at most 120 characters.").transform((text) => text || null);

const reasonWords = "Say why, in 3 to 500 characters.";
const reason = line(500, reasonWords).refine((text) => text.length >= 3, reasonWords);

const checked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The fields of the first step, as they stand in the address. */
const wishFields = {
  act: z.enum(adjustmentActs, "Choose what to do."),
  amount,
  lasts: z.enum(["forever", "until"]).optional().default("forever"),
  expires: z.string().optional().default(""),
  asDebt: checked,
  note,
};

type Fields = z.output<z.ZodObject<typeof wishFields>>;

function toWish({ act, amount: creditsMilli, lasts, expires, asDebt, note: told }: Fields) {
  return {
    ...{ act, creditsMilli, note: told, asDebt: act === "remove" && asDebt },
    expiresAt: act === "add" && lasts === "until" ? endOfDay(expires) : null,
  };
}

function requireDay({ act, lasts, expires }: Fields, ctx: z.RefinementCtx) {
  if (act === "add" && lasts === "until" && !endOfDay(expires))
    ctx.addIssue({ code: "custom", path: ["expires"], message: badDay });
}

export const wishSchema = z.object(wishFields).superRefine(requireDay).transform(toWish);

const uuid = z.string().refine(isUuid);

/** What every confirmation sends along. */
const confirmation = { id: uuid, userId: uuid, token: z.string().max(100), reason };

export const adjustSchema = z
  .object({ ...wishFields, ...confirmation })
  .superRefine(requireDay)
  .transform(({ id, userId, token, reason: why, ...fields }) => ({
    ...{ id, userId, token, reason: why, wish: toWish(fields) },
  }));

export const reverseSchema = z.object({ ...confirmation, adjustmentId: uuid, asDebt: checked, note });
