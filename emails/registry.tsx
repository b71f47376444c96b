import type { ReactElement } from "react";
import { AccountExists } from "./account-exists";
import { PasswordChanged } from "./password-changed";
import { PurchaseReceipt } from "./purchase-receipt";
import { ResetPassword } from "./reset-password";
import type { EmailProps, EmailTemplate } from "./types";
import { VerifyEmail } from "./verify-email";

interface Template<Props> {
  subject: (props: Props) => string;
  body: (props: Props) => ReactElement;
}

/** Every mail we send: its subject and its body. A template without an entry does not compile. */
export const registry: { [T in EmailTemplate]: Template<EmailProps[T]> } = {
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
  "purchase-receipt": {
    subject: ({ packName, amount }) => `Receipt: ${packName}, ${amount}`,
    body: (props) => <PurchaseReceipt {...props} />,
  },
};
