import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function AccountRestored({ changedAt, signInUrl }: EmailProps["account-restored"]) {
  return (
    <EmailFrame
      title="Your account is restored"
      preview="You can sign in again, and your API keys work."
      reason="You get this because your account was restored. It cannot be turned off."
    >
      <Paragraph>
        We restored your account on {changedAt}. You can sign in again, and your API keys work as before.
      </Paragraph>
      <Action href={signInUrl} label="Sign in" />
    </EmailFrame>
  );
}
