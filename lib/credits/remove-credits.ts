import { checkAmount, checkChange } from "./check-input";
import { type CreditsContext } from "./context";
import { type RemoveInput } from "./removal-input";
import { insertRemoval } from "./repository";
import { type Receipt } from "./types";

/**
 * Takes credits away that nobody spent, in burn order; the history tells it as taken back. Nobody can owe more than they
 * used. Idempotent by `key`.
 * @throws InsufficientCredits (too little, and no debt wanted), CreditLimitExceeded (more than was used), CreditKeyConflict,
 * CreditOverflow
 */
export async function removeCredits(ctx: CreditsContext, input: RemoveInput): Promise<Receipt> {
  checkChange(input);
  checkAmount("creditsMilli", input.creditsMilli);
  return insertRemoval(ctx.db, input, ctx.clock.now());
}
