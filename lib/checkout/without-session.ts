import type { PackForSale } from "@/lib/catalog/types";
import type { Db } from "@/lib/db";
import { toPackOffer } from "./policy";
import { makeCheckout, setStatus } from "./repository";
import type { Checkout } from "./types";

/**
 * Writes down what is about to be bought with a saved card, as it is agreed: its payment, receipt and refunds follow it
 * as with every other purchase. Needs the caller's transaction, and the billing lock.
 */
export function beginWithoutSession(
  tx: Db,
  { userId, pack, now }: { userId: string; pack: PackForSale; now: Date },
): Promise<Checkout> {
  return makeCheckout(tx, { userId, offer: toPackOffer(pack), status: "processing", sessionId: null, now });
}

/** Nothing was charged for it, and nothing will be. Money that arrives all the same completes it. Idempotent. */
export async function giveUpWithoutSession(
  tx: Db,
  { checkoutId, now }: { checkoutId: string; now: Date },
): Promise<void> {
  await setStatus(tx, { id: checkoutId, status: "failed", now });
}
