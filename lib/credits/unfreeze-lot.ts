import { checkChange, checkKey } from "./check-input";
import { type CreditsContext } from "./context";
import { setLotFrozen } from "./repository";
import { type LotInput, type Receipt } from "./types";

/**
 * Makes a lot spendable again with its old expiry, after a dispute was won.
 * Idempotent by `key`.
 * @throws CreditRecordNotFound (no such lot), CreditKeyConflict
 */
export async function unfreezeLot(ctx: CreditsContext, input: LotInput): Promise<Receipt> {
  checkChange(input);
  checkKey("lotKey", input.lotKey);
  return setLotFrozen(ctx.db, { ...input, frozen: false }, ctx.clock.now());
}
