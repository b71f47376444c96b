import { checkAmount, checkChange } from "./check-input";
import { type CreditsContext } from "./context";
import { coalesceSpend } from "./coalesce-spend";
import { insertSpend } from "./repository";
import { type Receipt, type SpendInput } from "./types";

/**
 * Takes credits in burn order (priority, soonest expiry, oldest, lot number), all or nothing, in one round trip.
 * On a pool, spends of one account that wait for one another in this process are written together; each caller
 * still gets its own entry and verdict.
 * Idempotent by `key`: the same key and content give the first result again, at any time later.
 * @throws InsufficientCredits (available, required, missing), CreditKeyConflict, InvalidCreditInput
 */
export async function spendCredits(ctx: CreditsContext, input: SpendInput): Promise<Receipt> {
  checkChange(input);
  checkAmount("creditsMilli", input.creditsMilli);
  const now = ctx.clock.now();
  return "transaction" in ctx.db ? coalesceSpend(ctx.db, input, now) : insertSpend(ctx.db, input, now);
}
