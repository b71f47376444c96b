import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function VerifyEmail({ verifyUrl, expiresInHours }: EmailProps["verify-email"]) {
  return (
    <EmailFrame
      title="Confirm your email address"
      preview={`One click, and your account is ready. The link works for ${expiresInHours} hours.`}
      reason="You get this because somebody signed up to QuickScale with this address. If that was not you, do nothing: without this link the account stays closed."
    >
      <Paragraph>
        Welcome to QuickScale. Confirm that this address is yours, and your account is ready. The link works
        once, for {expiresInHours} hours.
      </Paragraph>
      <Action href={verifyUrl} label="Confirm my address" spelledOut />
    </EmailFrame>
  );
}
