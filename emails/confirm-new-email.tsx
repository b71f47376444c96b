import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function ConfirmNewEmail({ newEmail, confirmUrl, expiresInMinutes }: EmailProps["confirm-new-email"]) {
  return (
    <EmailFrame
      title="Confirm your new address"
      preview={`The link works once, for ${expiresInMinutes} minutes.`}
      reason="You get this because somebody wants to use this address for their QuickScale account. If it was not you, ignore this mail: without the link nothing changes."
    >
      <Paragraph>
        Confirm that {newEmail} is yours, and your account uses it from then on. The link works once, for{" "}
        {expiresInMinutes} minutes.
      </Paragraph>
      <Action href={confirmUrl} label="Confirm address" spelledOut />
    </EmailFrame>
  );
}
