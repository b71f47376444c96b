import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function EmailChangeAsked({ newEmail, askedAt, keepUrl }: EmailProps["email-change-asked"]) {
  return (
    <EmailFrame
      title="A new address for your account"
      preview={`Somebody asked to change it to ${newEmail}. If this was not you, act now.`}
      reason="You get this whenever somebody asks to change the address of your account. It cannot be turned off."
    >
      <Paragraph>
        On {askedAt} somebody signed in to your account asked to change its address to {newEmail}. Nothing has
        changed yet: that address must be confirmed first.
      </Paragraph>
      <Paragraph>Was it you? Then there is nothing to do here. If not, keep your address:</Paragraph>
      <Action href={keepUrl} label="This was not me" spelledOut />
    </EmailFrame>
  );
}
