import { z } from "zod";

const instant = z.iso.datetime().transform((text) => new Date(text));

/** An invoice's lines as its row keeps them. */
export const invoiceLinesSchema = z.array(
  z.object({
    description: z.string(),
    amountMinor: z.string().transform(BigInt),
    quantity: z.number(),
    period: z.object({ startsAt: instant, endsAt: instant }).nullable(),
  }),
);
