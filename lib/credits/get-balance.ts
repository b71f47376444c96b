import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { readBalance } from "./queries";
import { type CreditBalance } from "./types";

/** What a user may spend now, by kind. An account without any grant has a balance of zero. One round trip. */
export async function getBalance(ctx: CreditsContext, userId: string): Promise<CreditBalance> {
  checkUserId(userId);
  return readBalance(ctx.db, userId, ctx.clock.now());
}
