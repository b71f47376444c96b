import { z } from "zod";
import { parseCredits } from "@/lib/shared/parse-credits";
import { parseMoney } from "@/lib/shared/parse-money";
import type { PackTerms, TopUpWish } from "./types";

type Shown = Pick<PackTerms, "amountMinor" | "currency"> & { lookupKey: string };

/** A pack with the price that the page shows beside it, as the form sends it: who agrees, agrees to that. */
export function packChoice({ lookupKey, amountMinor, currency }: Shown): string {
  return `${lookupKey}:${amountMinor}:${currency}`;
}

const choice = z
  .string()
  .default("")
  .transform((text, ctx) => {
    const [, lookupKey, minor, currency] = /^([a-z0-9_]{1,64}):(\d{1,15}):([a-z]{3})$/.exec(text) ?? [];
    if (lookupKey && minor && currency) return { lookupKey, shownMinor: BigInt(minor), currency };
    ctx.addIssue({ code: "custom", message: "Choose a pack." });
    return z.NEVER;
  });

const threshold = z
  .string()
  .default("")
  .transform((text, ctx) => {
    const parsed = parseCredits(text);
    if ("creditsMilli" in parsed) return parsed.creditsMilli;
    ctx.addIssue({ code: "custom", message: "Enter a number of credits, such as 50." });
    return z.NEVER;
  });

/** The form of auto top-up: a pack, a number of credits, and an amount in the currency of the pack. */
export const topUpFormSchema = z
  .object({ pack: choice, threshold, cap: z.string().default("") })
  .transform(({ pack, threshold: thresholdMilli, cap }, ctx): TopUpWish => {
    const { amountMinor } = parseMoney(cap, pack.currency);
    if (amountMinor !== null) return { ...pack, thresholdMilli, capMinor: amountMinor };
    ctx.addIssue({ code: "custom", path: ["cap"], message: "Enter an amount, such as 90 or 90.00." });
    return z.NEVER;
  });

/** How often a pack of this price fits into a cap. */
export function purchasesIn(capMinor: bigint, amountMinor: bigint): bigint {
  return amountMinor > 0n ? capMinor / amountMinor : 0n;
}
