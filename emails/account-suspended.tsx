import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function AccountSuspended({ changedAt }: EmailProps["account-suspended"]) {
  return (
    <EmailFrame
      title="Your account is suspended"
      preview="Nobody can sign in, and programs with your API keys are refused."
      reason="You get this because your account was suspended. It cannot be turned off."
    >
      <Paragraph>
        We suspended your account on {changedAt}. Until it is restored nobody can sign in, and programs with
        your API keys are refused. Your credits and your data stay as they are, and so does your plan, if you
        have one.
      </Paragraph>
      <Paragraph>You think this is a mistake? Then answer this mail.</Paragraph>
    </EmailFrame>
  );
}
