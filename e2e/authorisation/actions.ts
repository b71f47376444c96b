import type { Audience } from "./rows";

/** Every server action of the build, with who gets as far as its input. One that is missing here fails the test. */
export const actions: Record<string, Audience> = {
  "app/(app)/billing/_actions/begin-adding.ts#beginAddingAction": "members",
  "app/(app)/billing/_actions/finish-adding.ts#finishAddingAction": "members",
  "app/(app)/billing/_actions/go-to-stripe.ts#submitPortal": "members",
  "app/(app)/billing/_actions/go-to-stripe.ts#submitSetupPage": "members",
  "app/(app)/billing/_actions/make-default.ts#makeDefaultAction": "members",
  "app/(app)/billing/_actions/remove-method.ts#removeMethodAction": "members",
  "app/(app)/billing/plans/_actions/change-plan.ts#submitChange": "members",
  "app/(app)/billing/plans/_actions/change-plan.ts#submitUndo": "members",
  "app/(app)/billing/plans/_actions/end-plan.ts#submitCancel": "members",
  "app/(app)/billing/plans/_actions/end-plan.ts#submitResume": "members",
  "app/(app)/billing/plans/_actions/subscribe.ts#submitPlan": "members",
  "app/(app)/credits/buy/_actions/buy-pack.ts#submitPack": "members",
  "app/(app)/settings/account/_actions/ask-deletion.ts#submitAskDeletion": "members",
  "app/(app)/settings/account/_actions/request-email-change.ts#submitEmailChange": "members",
  "app/(app)/settings/account/_actions/undo-deletion.ts#submitUndoDeletion": "members",
  "app/(app)/settings/api-keys/_actions/create-key.ts#submitCreateKey": "members",
  "app/(app)/settings/api-keys/_actions/revoke-key.ts#submitRevokeKey": "members",
  "app/(app)/settings/api-keys/_actions/rotate-key.ts#submitRotateKey": "members",
  "app/(app)/settings/notifications/_actions/save-preferences.ts#submitPreferences": "members",
  "app/(app)/settings/profile/_actions/update-profile.ts#submitProfile": "members",
  "app/(app)/settings/security/_actions/change-password.ts#submitPasswordChange": "members",
  "app/(app)/settings/security/_actions/end-other-sessions.ts#submitEndOtherSessions": "members",
  "app/(app)/settings/security/_actions/end-session.ts#submitEndSession": "members",
  "app/(auth)/_actions/confirm-email.ts#submitConfirmEmail": "everyone",
  "app/(auth)/_actions/confirm.ts#submitConfirm": "members",
  "app/(auth)/_actions/forgot-password.ts#submitForgotPassword": "everyone",
  "app/(auth)/_actions/keep-email.ts#submitKeepEmail": "everyone",
  "app/(auth)/_actions/request-link.ts#submitRequestLink": "everyone",
  "app/(auth)/_actions/use-link.ts#submitUseLink": "everyone",
  "app/(auth)/_actions/resend-verification.ts#submitResendVerification": "everyone",
  "app/(auth)/_actions/reset-password.ts#submitResetPassword": "everyone",
  "app/(auth)/_actions/sign-in.ts#submitSignIn": "everyone",
  "app/(auth)/_actions/sign-up.ts#submitSignUp": "everyone",
  "app/(auth)/_actions/verify-email.ts#submitVerifyEmail": "everyone",
  "app/(auth)/unsubscribe/_actions/switch-mails.ts#submitResubscribe": "everyone",
  "app/(auth)/unsubscribe/_actions/switch-mails.ts#submitUnsubscribe": "everyone",
};

/** Ends the session of who has one, and leads everybody to the sign-in page. */
export const signOutAction = "lib/auth/sign-out.ts#signOut";
