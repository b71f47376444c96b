import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SignInLink({ signInUrl, expiresInMinutes }: EmailProps["sign-in-link"]) {
  return (
    <EmailFrame
      title="Sign in to QuickScale"
      preview={`The link works once, for ${expiresInMinutes} minutes.`}
      reason="You get this because somebody asked to sign in to QuickScale with this address. If it was not you, ignore this mail: without the link nobody gets in."
    >
      <Paragraph>
        The link works once, for {expiresInMinutes} minutes. Open it in the browser in which you asked for it.
        Never pass it on: whoever has it can sign in as you.
      </Paragraph>
      <Action href={signInUrl} label="Sign in" spelledOut />
    </EmailFrame>
  );
}
