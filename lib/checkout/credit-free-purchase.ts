import type { AppContext } from "@/lib/context";
import { grantCredits } from "@/lib/credits";
import type { Db } from "@/lib/db";
import type { Checkout } from "./types";

/** Grants a pack that a promotion code made free, keyed by the checkout: no payment exists. Idempotent. */
export async function creditFreePurchase(
  { clock }: Pick<AppContext, "clock">,
  tx: Db,
  { id, userId, creditsMilli, itemName, currency }: Checkout,
): Promise<void> {
  await grantCredits(
    { db: tx, clock },
    {
      userId,
      key: `co:${id}`,
      kind: "payg",
      creditsMilli,
      cost: { amountMinor: 0n, currency },
      reference: `checkout:${id}`,
      description: itemName,
    },
  );
}
