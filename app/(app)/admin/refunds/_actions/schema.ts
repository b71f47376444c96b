import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { decideRefundSchema } from "@/lib/refunds/schema";
import { parseMoney } from "@/lib/shared/parse-money";

const { requestId, token } = decideRefundSchema.shape;

export const decisionSchema = z.object({ requestId, reason: reasonSchema });

/** Money leaves: the amount is typed once more. */
export const approvalSchema = decisionSchema
  .extend({
    token: token.unwrap(),
    amountMinor: z.coerce.bigint().positive(),
    currency: z.string().regex(/^[a-z]{3}$/),
    typed: z.string().max(40),
  })
  .refine(({ typed, currency, amountMinor }) => parseMoney(typed, currency).amountMinor === amountMinor, {
    path: ["typed"],
    message: "Type the amount as it stands above.",
  });
