import { checkAmount, checkChange, checkInstant } from "./check-input";
import { type CreditsContext } from "./context";
import { InvalidCreditInput } from "./errors";
import { insertHold } from "./repository";
import { type HoldInput, type Receipt } from "./types";

/**
 * Reserves credits for work that is about to run, all or nothing and in burn order; the balance does not move
 * until the hold is captured. Should the process die, the hold lapses by itself at `expiresAt`.
 * Idempotent by `key`; capture and release name the hold by it.
 * @throws InsufficientCredits, CreditKeyConflict, InvalidCreditInput
 */
export async function holdCredits(ctx: CreditsContext, input: HoldInput): Promise<Receipt> {
  const now = ctx.clock.now();
  checkChange(input);
  checkAmount("creditsMilli", input.creditsMilli);
  checkInstant("expiresAt", input.expiresAt);
  if (input.expiresAt <= now) throw new InvalidCreditInput("expiresAt", "not in the future");
  return insertHold(ctx.db, input, now);
}
