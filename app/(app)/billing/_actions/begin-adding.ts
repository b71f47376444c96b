"use server";

import { userAction } from "@/lib/actions";
import { beginAdding } from "@/lib/payment-methods";
import { beginAddingSchema } from "@/lib/payment-methods/schema";

/** Few in an hour: who tries out stolen cards needs many. */
export const beginAddingAction = userAction
  .metadata({ name: "begin-adding-payment-method", limit: { points: 20, windowSeconds: 3_600 } })
  .inputSchema(beginAddingSchema)
  .action(({ parsedInput, ctx }) => beginAdding(ctx.app, parsedInput));
