import { checkChange, checkKey } from "./check-input";
import { type CreditsContext } from "./context";
import { type PutBackInput } from "./removal-input";
import { insertPutBack } from "./repository";
import { type Receipt } from "./types";

/**
 * Undoes one removal: the debt that it made goes first, what grants repaid of it comes back as a lot that never expires,
 * what was forgiven is gone, and what was taken returns to its lots with their old expiry.
 * Idempotent by `key`; a removal is put back once, whatever the key.
 * @throws CreditRecordNotFound (no such removal), AlreadyRestored, CreditKeyConflict, CreditOverflow
 */
export async function putBackCredits(ctx: CreditsContext, input: PutBackInput): Promise<Receipt> {
  checkChange(input);
  checkKey("removalKey", input.removalKey);
  return insertPutBack(ctx.db, input, ctx.clock.now());
}
