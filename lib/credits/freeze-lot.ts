import { checkChange, checkKey } from "./check-input";
import { type CreditsContext } from "./context";
import { setLotFrozen } from "./repository";
import { type LotInput, type Receipt } from "./types";

/**
 * Blocks what is left of a lot while its payment is disputed. It expires as before; work that had reserved some
 * of it may finish.
 * Idempotent by `key`: repeated after the lot was unfrozen, it does not freeze it again.
 * @throws CreditRecordNotFound (no such lot), CreditKeyConflict
 */
export async function freezeLot(ctx: CreditsContext, input: LotInput): Promise<Receipt> {
  checkChange(input);
  checkKey("lotKey", input.lotKey);
  return setLotFrozen(ctx.db, { ...input, frozen: true }, ctx.clock.now());
}
