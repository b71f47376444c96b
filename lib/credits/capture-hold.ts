import { checkAmount, checkKey, checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { captureHoldRow } from "./repository";
import { type CaptureInput, type Receipt } from "./types";

/**
 * Takes up to what the hold reserved and gives the rest back to its lots; a part that goes back to a lot which
 * expired meanwhile expires at once. A lot that expired while held may still be taken: it was reserved in time.
 * Idempotent: the same amount again gives the first result, another amount is a conflict.
 * @throws CreditLimitExceeded (more than held), HoldExpired, HoldSettled, CreditKeyConflict, CreditRecordNotFound
 */
export async function captureHold(ctx: CreditsContext, input: CaptureInput): Promise<Receipt> {
  checkUserId(input.userId);
  checkKey("holdKey", input.holdKey);
  checkAmount("creditsMilli", input.creditsMilli, 0n);
  return captureHoldRow(ctx.db, input, ctx.clock.now());
}
