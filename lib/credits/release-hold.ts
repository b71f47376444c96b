import { checkKey, checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { releaseHoldRow } from "./repository";
import { type Receipt, type ReleaseInput } from "./types";

/**
 * Gives back exactly the lots that the hold reserved: nothing is charged. What goes back to a lot that expired
 * meanwhile expires at once.
 * Idempotent; a hold that lapsed by itself counts as released.
 * @throws HoldSettled (captured before), CreditRecordNotFound
 */
export async function releaseHold(ctx: CreditsContext, input: ReleaseInput): Promise<Receipt> {
  checkUserId(input.userId);
  checkKey("holdKey", input.holdKey);
  return releaseHoldRow(ctx.db, input, ctx.clock.now());
}
