import { checkChange, checkKey } from "./check-input";
import { type CreditsContext } from "./context";
import { insertRestoration } from "./repository";
import { type Receipt, type RestoreInput } from "./types";

/**
 * Undoes one revocation whose refund failed: debt goes first, then what had been taken returns to its lot with
 * its old expiry. Debt that later grants repaid meanwhile comes back as a lot that never expires.
 * Idempotent by `key`; a revocation is given back once, whatever the key.
 * @throws CreditRecordNotFound (no such revocation), AlreadyRestored, CreditKeyConflict, CreditOverflow
 */
export async function restoreCredits(ctx: CreditsContext, input: RestoreInput): Promise<Receipt> {
  checkChange(input);
  checkKey("revocationKey", input.revocationKey);
  return insertRestoration(ctx.db, input, ctx.clock.now());
}
