import "server-only";

export { changePassword } from "./change-password";
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
export { forgotPassword } from "./forgot-password";
export { markVerified } from "./mark-verified";
export { hashPassword } from "./password-hash";
export { getUserEmail, hasPassword } from "./queries";
export { resendVerification } from "./resend-verification";
export { resetPassword } from "./reset-password";
export { setRole } from "./set-role";
export { signUp } from "./sign-up";
export type { LinkState } from "./types";
export { unlockSignIn } from "./unlock-sign-in";
export { verifyEmail } from "./verify-email";
export { verifySignIn } from "./verify-sign-in";
