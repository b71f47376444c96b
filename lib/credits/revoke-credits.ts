import { checkAmount, checkChange, checkKey, checkMoney } from "./check-input";
import { type CreditsContext } from "./context";
import { insertRevocation } from "./repository";
import { type Receipt, type RevokeInput } from "./types";

/**
 * Claws back a purchase's credits after a refund or a lost dispute, in proportion to the money returned over
 * all refunds so far (never more than was paid). It takes the unspent part of that purchase's own lot; what
 * running work has reserved is taken when that work ends; what had expired counts as gone; what was spent
 * becomes debt.
 * Idempotent by `key` (`re:…`, `dp:…`), so the same refund may be told any number of times and in any order.
 * @throws CreditRecordNotFound (no such lot), CreditCurrencyMismatch, CreditLimitExceeded (credits beyond the
 * lot), CreditOverflow, CreditKeyConflict
 */
export async function revokeCredits(ctx: CreditsContext, input: RevokeInput): Promise<Receipt> {
  checkChange(input);
  checkKey("lotKey", input.lotKey);
  if ("currency" in input.take) checkMoney("take", input.take);
  else checkAmount("take", input.take.creditsMilli);
  return insertRevocation(ctx.db, input, ctx.clock.now());
}
