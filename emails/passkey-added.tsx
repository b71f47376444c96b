import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function PasskeyAdded({ name, changedAt, securityUrl }: EmailProps["passkey-added"]) {
  return (
    <EmailFrame
      title="A passkey was added"
      preview={`${name}. If this was not you, act now.`}
      reason="You get this whenever a passkey is added to your account. It cannot be turned off."
    >
      <Paragraph>
        From now on your account opens with this passkey, and with nothing else beside it.
      </Paragraph>
      <Facts
        rows={[
          { label: "Passkey", value: name },
          { label: "When", value: changedAt },
        ]}
      />
      <Paragraph>
        Was it you? Then there is nothing to do. If not, remove it now, end the sessions that you do not know,
        and set a new password.
      </Paragraph>
      <Action href={securityUrl} label="See your passkeys" />
    </EmailFrame>
  );
}
