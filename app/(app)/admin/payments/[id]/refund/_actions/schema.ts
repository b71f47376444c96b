import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { requestRefundSchema } from "@/lib/refunds/schema";
import { parseMoney } from "@/lib/shared/parse-money";

const { paymentId, credits, token } = requestRefundSchema.shape;

/** What was previewed, why, and the amount typed once more. */
export const refundFormSchema = z
  .object({
    ...{ paymentId, credits, token: token.unwrap(), refundId: z.uuid() },
    amountMinor: z.coerce.bigint().positive(),
    currency: z.string().regex(/^[a-z]{3}$/),
    stripeReason: z.union([z.literal("").transform(() => null), requestRefundSchema.shape.reason]),
    reason: reasonSchema,
    typed: z.string().max(40),
  })
  .refine(({ typed, currency, amountMinor }) => parseMoney(typed, currency).amountMinor === amountMinor, {
    path: ["typed"],
    message: "Type the amount as it stands above.",
  });
