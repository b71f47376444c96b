import { checkAmount, checkChange, checkInstant, checkMoney } from "./check-input";
import { type CreditsContext } from "./context";
import { InvalidCreditInput } from "./errors";
import { defaultPriority } from "./policy";
import { insertGrant } from "./repository";
import { type GrantInput, type Receipt } from "./types";

function checkGrant(input: GrantInput): void {
  checkChange(input);
  checkAmount("creditsMilli", input.creditsMilli);
  if (input.effectiveAt) checkInstant("effectiveAt", input.effectiveAt);
  if (input.expiresAt) checkInstant("expiresAt", input.expiresAt);
  if (input.effectiveAt && input.expiresAt && input.expiresAt <= input.effectiveAt) {
    throw new InvalidCreditInput("expiresAt", "not after effectiveAt");
  }
  if (input.cost) checkMoney("cost", input.cost);
  const priority = input.priority ?? 0;
  if (!Number.isInteger(priority) || priority < 0 || priority > 1000) {
    throw new InvalidCreditInput("priority", "not a whole number from 0 to 1000");
  }
}

/**
 * Adds a lot to the account, making the account if this is its first. A debt is repaid out of it first. A grant
 * that has expired on arrival is written and expires at once.
 * Idempotent by `key`, which should name what was paid for (`pi:…`, `in:…:line`, `admin:…`), not the message
 * that told of it.
 * @throws CreditKeyConflict, CreditOverflow, CreditRecordNotFound (no such user), InvalidCreditInput
 */
export async function grantCredits(ctx: CreditsContext, input: GrantInput): Promise<Receipt> {
  checkGrant(input);
  const priority = input.priority ?? defaultPriority(input.kind);
  return insertGrant(ctx.db, { ...input, priority }, ctx.clock.now());
}
