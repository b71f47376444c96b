import { checkAmount, checkChange } from "./check-input";
import { type CreditsContext } from "./context";
import { insertForgiveness } from "./repository";
import { type ForgiveInput, type Receipt } from "./types";

/**
 * Lets go of debt: the whole, or the amount given.
 * Idempotent by `key`.
 * @throws CreditLimitExceeded (no debt, or more than is owed), CreditKeyConflict
 */
export async function forgiveDebt(ctx: CreditsContext, input: ForgiveInput): Promise<Receipt> {
  checkChange(input);
  if (input.creditsMilli !== undefined) checkAmount("creditsMilli", input.creditsMilli);
  return insertForgiveness(ctx.db, input, ctx.clock.now());
}
