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
  "app/(auth)/_actions/forgot-password.ts#submitForgotPassword": "everyone",
  "app/(auth)/_actions/resend-verification.ts#submitResendVerification": "everyone",
  "app/(auth)/_actions/reset-password.ts#submitResetPassword": "everyone",
  "app/(auth)/_actions/sign-in.ts#submitSignIn": "everyone",
  "app/(auth)/_actions/sign-up.ts#submitSignUp": "everyone",
  "app/(auth)/_actions/verify-email.ts#submitVerifyEmail": "everyone",
};

/** Ends the session of who has one, and leads everybody to the sign-in page. */
export const signOutAction = "lib/auth/sign-out.ts#signOut";
