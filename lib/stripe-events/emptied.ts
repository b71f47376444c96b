import type { GatewayEvent } from "@/lib/ports/payment-gateway";

/** Its person was deleted, and what Stripe wrote of them with it: there is nothing to apply any more. */
export function isEmptied({ payload }: Pick<GatewayEvent, "payload">): boolean {
  return payload.emptied === true;
}
