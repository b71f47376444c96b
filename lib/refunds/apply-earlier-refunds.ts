import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { applyCredits } from "./apply-credits";
import { listUnclawedRefunds, type ReturnedPayment } from "./repository";

/** Takes the credits of refunds that came before the credits did. Needs the transaction that granted them. */
export async function applyEarlierRefunds(
  ctx: Pick<AppContext, "clock">,
  tx: Db,
  payment: ReturnedPayment,
): Promise<void> {
  for (const refund of await listUnclawedRefunds(tx, payment.id)) {
    await applyCredits(ctx, tx, { refund, payment });
  }
}
