import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function EmailChanged({ newEmail, changedAt, undoInDays, keepUrl }: EmailProps["email-changed"]) {
  return (
    <EmailFrame
      title="Your email address was changed"
      preview={`It is ${newEmail} now. If this was not you, act now.`}
      reason="You get this after every change of the address of your account. It cannot be turned off."
    >
      <Paragraph>
        Since {changedAt} your account uses {newEmail}. This address no longer signs you in.
      </Paragraph>
      <Paragraph>
        Was it you? Then there is nothing to do. If not, take your address back within {undoInDays} days:
      </Paragraph>
      <Action href={keepUrl} label="This was not me" spelledOut />
    </EmailFrame>
  );
}
