import "server-only";

export { beginSupportAct, requireActiveAdmin } from "./act-for-support";
export { changeEmailForPerson } from "./change-email-for-person";
export { changePassword } from "./change-password";
export { confirmEmailChange } from "./confirm-email-change";
export { createUser } from "./create-user";
export { createVerifiedMember } from "./create-verified-member";
export { normaliseEmail } from "./email-address";
export { endSessionsOf } from "./end-sessions-of";
export {
  AccountSuspended,
  AdminProtected,
  InvalidCredentials,
  InvalidEmail,
  LinkInvalid,
  PasswordRefused,
} from "./errors";
export { findLinkState } from "./find-link-state";
export { findSignInLink } from "./find-sign-in-link";
export { forgetEmailLinks } from "./forget-email-links";
export { forgotPassword } from "./forgot-password";
export { lockPerson, type Person } from "./lock-person";
export { markVerified } from "./mark-verified";
export { bySupport, type OperatorsWord } from "./operator";
export { hashPassword } from "./password-hash";
export { countWaysIn, getProfile, getUserEmail, hasPassword, isActiveAdmin } from "./queries";
export { redeemSignInLink } from "./redeem-sign-in-link";
export { requestEmailChange } from "./request-email-change";
export { requestSignInLink } from "./request-sign-in-link";
export { resendVerification } from "./resend-verification";
export { resetPassword } from "./reset-password";
export { sendPasswordReset } from "./send-password-reset";
export { setRole } from "./set-role";
export { signUp } from "./sign-up";
export type { LinkState } from "./types";
export { undoEmailChange } from "./undo-email-change";
export { unlockPerson } from "./unlock-person";
export { unlockSignIn } from "./unlock-sign-in";
export { restoreUser, suspendUser } from "./suspend-user";
export { tellAdmins } from "./tell-admins";
export { updateProfile } from "./update-profile";
export { verifyEmail } from "./verify-email";
export { verifySignIn, type VerifiedSignIn } from "./verify-sign-in";
