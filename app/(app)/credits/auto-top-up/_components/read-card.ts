import { cache } from "react";
import type { AppContext } from "@/lib/context";
import { findDefaultCard } from "@/lib/payment-methods";
import type { DefaultCard } from "@/lib/payment-methods/types";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";

/** Asked once for a page. While Stripe is away, the rest of the page is there all the same. */
export const readCard = cache(
  async (ctx: AppContext, userId: string): Promise<DefaultCard | null | "unknown"> => {
    try {
      return await findDefaultCard(ctx, userId);
    } catch (err) {
      if (!(err instanceof PaymentGatewayError)) throw err;
      ctx.log.warn({ err }, "the saved card could not be read");
      return "unknown";
    }
  },
);
