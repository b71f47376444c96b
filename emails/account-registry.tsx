import { AccountExists } from "./account-exists";
import { AccountLinked } from "./account-linked";
import { AccountRestored } from "./account-restored";
import { AdminAdded } from "./admin-added";
import { AccountSuspended } from "./account-suspended";
import { AccountUnlinked } from "./account-unlinked";
import { ComplimentaryPlanEnded } from "./complimentary-plan-ended";
import { ComplimentaryPlanGiven } from "./complimentary-plan-given";
import { ConfirmNewEmail } from "./confirm-new-email";
import { DataExportReady } from "./data-export-ready";
import { DeletionAsked } from "./deletion-asked";
import { EmailChangedBySupport } from "./email-changed-by-support";
import { EmailChangeAsked } from "./email-change-asked";
import { EmailChanged } from "./email-changed";
import { NewDevice } from "./new-device";
import { PasskeyAdded } from "./passkey-added";
import { PasskeyRemoved } from "./passkey-removed";
import { PasswordChanged } from "./password-changed";
import { ResetPassword } from "./reset-password";
import { SignInLink } from "./sign-in-link";
import { RoleChanged } from "./role-changed";
import { TwoFactorChanged } from "./two-factor-changed";
import { VerifyEmail } from "./verify-email";
import type { Templates } from "./template";

type AccountTemplate =
  | "verify-email"
  | "account-exists"
  | "reset-password"
  | "password-changed"
  | "sign-in-link"
  | "confirm-new-email"
  | "email-change-asked"
  | "email-changed"
  | "account-linked"
  | "account-unlinked"
  | "account-suspended"
  | "account-restored"
  | "admin-added"
  | "role-changed"
  | "email-changed-by-support"
  | "complimentary-plan-given"
  | "complimentary-plan-ended"
  | "deletion-asked"
  | "data-export-ready"
  | "passkey-added"
  | "passkey-removed"
  | "new-device"
  | "two-factor-changed";

/** Mails about getting in, and about what concerns the safety of an account. */
export const accountRegistry: Templates<AccountTemplate> = {
  "verify-email": {
    subject: () => "Confirm your email address",
    body: (props) => <VerifyEmail {...props} />,
  },
  "account-exists": {
    subject: () => "You already have an account",
    body: (props) => <AccountExists {...props} />,
  },
  "reset-password": {
    subject: () => "Set a new password",
    body: (props) => <ResetPassword {...props} />,
  },
  "password-changed": {
    subject: () => "Your password was changed",
    body: (props) => <PasswordChanged {...props} />,
  },
  "sign-in-link": {
    subject: () => "Your link to sign in",
    body: (props) => <SignInLink {...props} />,
  },
  "confirm-new-email": {
    subject: () => "Confirm your new email address",
    body: (props) => <ConfirmNewEmail {...props} />,
  },
  "email-change-asked": {
    subject: () => "Somebody asked to change your email address",
    body: (props) => <EmailChangeAsked {...props} />,
  },
  "email-changed": {
    subject: () => "Your email address was changed",
    body: (props) => <EmailChanged {...props} />,
  },
  "account-linked": {
    subject: ({ provider }) => `${provider} signs you in now`,
    body: (props) => <AccountLinked {...props} />,
  },
  "account-unlinked": {
    subject: ({ provider }) => `${provider} signs you in no more`,
    body: (props) => <AccountUnlinked {...props} />,
  },
  "account-suspended": {
    subject: () => "Your account is suspended",
    body: (props) => <AccountSuspended {...props} />,
  },
  "account-restored": {
    subject: () => "Your account is restored",
    body: (props) => <AccountRestored {...props} />,
  },
  "admin-added": {
    subject: ({ newEmail }) => `${newEmail} is an admin now`,
    body: (props) => <AdminAdded {...props} />,
  },
  "role-changed": {
    subject: ({ role }) => (role === "admin" ? "You are an admin now" : "You are no admin any more"),
    body: (props) => <RoleChanged {...props} />,
  },
  "email-changed-by-support": {
    subject: () => "Our support changed your email address",
    body: (props) => <EmailChangedBySupport {...props} />,
  },
  "complimentary-plan-given": {
    subject: ({ planName }) => `You have ${planName}, on us`,
    body: (props) => <ComplimentaryPlanGiven {...props} />,
  },
  "complimentary-plan-ended": {
    subject: ({ planName }) => `Your ${planName} plan on us has ended`,
    body: (props) => <ComplimentaryPlanEnded {...props} />,
  },
  "deletion-asked": {
    subject: () => "Your account will be deleted",
    body: (props) => <DeletionAsked {...props} />,
  },
  "passkey-added": {
    subject: () => "A passkey was added to your account",
    body: (props) => <PasskeyAdded {...props} />,
  },
  "passkey-removed": {
    subject: () => "A passkey was removed from your account",
    body: (props) => <PasskeyRemoved {...props} />,
  },
  "data-export-ready": {
    subject: () => "Your data is ready to download",
    body: (props) => <DataExportReady {...props} />,
  },
  "new-device": {
    subject: ({ device }) => `New sign-in: ${device}`,
    body: (props) => <NewDevice {...props} />,
  },
  "two-factor-changed": {
    subject: ({ what }) => what,
    body: (props) => <TwoFactorChanged {...props} />,
  },
};
