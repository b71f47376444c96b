import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function PasswordChanged({ changedAt, resetUrl }: EmailProps["password-changed"]) {
  return (
    <EmailFrame
      title="Your password was changed"
      preview="Other sessions have ended. If this was not you, act now."
      reason="You get this after every change of your password. It cannot be turned off."
    >
      <Paragraph>Your password was changed on {changedAt}, and every other session has ended.</Paragraph>
      <Paragraph>Was it you? Then there is nothing to do. If not, take your account back now:</Paragraph>
      <Action href={resetUrl} label="Set a new password" />
    </EmailFrame>
  );
}
