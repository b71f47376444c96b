import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function PasskeyRemoved({ name, changedAt, securityUrl }: EmailProps["passkey-removed"]) {
  return (
    <EmailFrame
      title="A passkey was removed"
      preview={`${name} opens your account no more.`}
      reason="You get this whenever a passkey of your account is removed. It cannot be turned off."
    >
      <Paragraph>Your account does not open with this passkey any more.</Paragraph>
      <Facts
        rows={[
          { label: "Passkey", value: name },
          { label: "When", value: changedAt },
        ]}
      />
      <Paragraph>
        Your device may still offer it: delete it there too. Was it not you? Then end the sessions that you do
        not know, and set a new password.
      </Paragraph>
      <Action href={securityUrl} label="See your security page" />
    </EmailFrame>
  );
}
