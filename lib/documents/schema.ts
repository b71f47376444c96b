import { z } from "zod";

const amount = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);
const instant = z.iso.datetime().transform((text) => new Date(text));

/** A document's content as it is kept: amounts as decimal text, instants as ISO 8601. */
export const contentSchema = z.object({
  kind: z.enum(["receipt", "invoice", "credit_note"]),
  number: z.string(),
  issuedAt: instant,
  seller: z.object({ name: z.string(), address: z.array(z.string()), taxId: z.string().nullable() }),
  buyer: z.object({ name: z.string().nullable(), email: z.string() }),
  currency: z.string(),
  lines: z.array(
    z.object({
      description: z.string(),
      quantity: z.number(),
      amountMinor: amount,
      period: z.object({ startsAt: instant, endsAt: instant }).nullable(),
    }),
  ),
  discountMinor: amount,
  taxMinor: amount,
  totalMinor: amount,
  balanceMinor: amount,
  payment: z.object({ amountMinor: amount, at: instant, card: z.string().nullable() }).nullable(),
  corrects: z.object({ number: z.string(), issuedAt: instant }).nullable(),
});

/** How a document is asked for: by its id, or by the number printed on it. */
export const documentRefSchema = z.union([
  z.uuid().transform((id) => ({ id })),
  z
    .string()
    .regex(/^(R|INV|CN)-\d{4}-\d{6,9}$/)
    .transform((number) => ({ number })),
]);

export type DocumentRef = z.output<typeof documentRefSchema>;
