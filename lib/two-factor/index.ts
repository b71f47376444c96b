import "server-only";

export { beginTwoFactor } from "./begin-two-factor";
export { confirmTwoFactor } from "./confirm-two-factor";
export { SecondStepOver, SecondStepRequired } from "./errors";
export { findPendingSignIn } from "./find-pending-sign-in";
export { findSetup, type TwoFactorSetup } from "./find-setup";
export { finishSecondStep } from "./finish-second-step";
export { forgetPendingSignIns } from "./forget-pending-sign-ins";
export { getTwoFactorState, hasSecondFactor } from "./queries";
export { renewRecoveryCodes } from "./renew-recovery-codes";
export { resetTwoFactor } from "./reset-two-factor";
export { startSecondStep } from "./start-second-step";
export { turnOffTwoFactor } from "./turn-off-two-factor";
export type { FirstFactor, PendingSignIn } from "./types";
export { unlockSecondStep } from "./unlock-second-step";
export { verifySecondFactor } from "./verify-second-factor";
