import type { GivenCode } from "./accept-code";
import { issueRecoveryCodes } from "./issue-recovery-codes";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";
import { verifySecondFactor, type TwoFactorContext } from "./verify-second-factor";

/**
 * Makes ten new recovery codes for who has a right code; those from before count no more, and the owner is told by mail.
 * @returns them, which are told this once
 * @throws CodeWrong | CodeUsed | TooManyAttempts | SecretUnreadable | TwoFactorOff
 */
export function renewRecoveryCodes(ctx: TwoFactorContext, given: GivenCode): Promise<string[]> {
  const { userId, origin } = given;
  return verifySecondFactor(ctx, given, async (tx, now) => {
    await tellTwoFactorChanged(tx, ctx, { userId, change: "recovery_codes_renewed", origin, now });
    return issueRecoveryCodes(tx, userId, now);
  });
}
