import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function ResetPassword({ resetUrl, expiresInMinutes }: EmailProps["reset-password"]) {
  return (
    <EmailFrame
      title="Set a new password"
      preview={`The link works once, for ${expiresInMinutes} minutes.`}
      reason="You get this because somebody asked for a new password for this address. If that was not you, do nothing: your password stays as it is."
    >
      <Paragraph>
        Choose a new password for your account. The link works once, for {expiresInMinutes} minutes. You will
        be signed out everywhere.
      </Paragraph>
      <Action href={resetUrl} label="Choose a new password" spelledOut />
    </EmailFrame>
  );
}
