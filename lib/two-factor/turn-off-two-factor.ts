import type { GivenCode } from "./accept-code";
import { TwoFactorOff } from "./errors";
import { deleteTwoFactor } from "./repository";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";
import { verifySecondFactor, type TwoFactorContext } from "./verify-second-factor";

/**
 * Turns two-factor sign-in off for who has a right code. The secret, the recovery codes and sign-ins that wait for their
 * second step are deleted, and the owner is told by mail.
 * @throws CodeWrong | CodeUsed | TooManyAttempts | SecretUnreadable | TwoFactorOff
 */
export async function turnOffTwoFactor(ctx: TwoFactorContext, given: GivenCode): Promise<void> {
  const { userId, origin } = given;
  await verifySecondFactor(ctx, given, async (tx, now) => {
    if (!(await deleteTwoFactor(tx, userId))) throw new TwoFactorOff();
    await tellTwoFactorChanged(tx, ctx, { userId, change: "two_factor_off", origin, now });
  });
}
