import "server-only";

export { changePassword } from "./change-password";
export { confirmEmailChange } from "./confirm-email-change";
export { createUser } from "./create-user";
export { normaliseEmail } from "./email-address";
export {
  AccountSuspended,
  CurrentPasswordWrong,
  InvalidCredentials,
  InvalidEmail,
  LinkInvalid,
  PasswordRefused,
} from "./errors";
export { findLinkState } from "./find-link-state";
export { findSignInLink } from "./find-sign-in-link";
export { forgotPassword } from "./forgot-password";
export { markVerified } from "./mark-verified";
export { hashPassword } from "./password-hash";
export { getProfile, getUserEmail, hasPassword } from "./queries";
export { redeemSignInLink } from "./redeem-sign-in-link";
export { requestEmailChange } from "./request-email-change";
export { requestSignInLink } from "./request-sign-in-link";
export { resendVerification } from "./resend-verification";
export { resetPassword } from "./reset-password";
export { setRole } from "./set-role";
export { signUp } from "./sign-up";
export type { LinkState } from "./types";
export { undoEmailChange } from "./undo-email-change";
export { unlockSignIn } from "./unlock-sign-in";
export { updateProfile } from "./update-profile";
export { verifyEmail } from "./verify-email";
export { verifySignIn, type VerifiedSignIn } from "./verify-sign-in";
