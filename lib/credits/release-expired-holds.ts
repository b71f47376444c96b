import { type CreditsContext } from "./context";
import { settleEach } from "./expire-credits";
import { readAccountsWithExpiredHolds } from "./repository";

/**
 * Writes the release of holds whose work never settled them; reads and spends treat them as released from their
 * instant on. One short transaction per account. Idempotent.
 */
export async function releaseExpiredHolds(
  ctx: CreditsContext,
): Promise<{ accounts: number; entries: number }> {
  return settleEach(ctx, readAccountsWithExpiredHolds);
}
