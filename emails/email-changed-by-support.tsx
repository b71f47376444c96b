import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function EmailChangedBySupport({
  oldEmail,
  newEmail,
  changedAt,
}: EmailProps["email-changed-by-support"]) {
  return (
    <EmailFrame
      title="Our support changed your email address"
      preview={`Your account uses ${newEmail} now. Answer this mail if you did not ask for it.`}
      reason="You get this at both addresses whenever our support changes the address of your account. It cannot be turned off."
    >
      <Paragraph>Somebody who proved to us that the account is theirs asked for another address.</Paragraph>
      <Facts
        rows={[
          { label: "Before", value: oldEmail },
          { label: "Now", value: newEmail },
          { label: "When", value: changedAt },
        ]}
      />
      <Paragraph>
        Every session has ended, and links in earlier mails work no more. The password and two-factor sign-in
        stay as they were. You did not ask for this? Then answer this mail at once.
      </Paragraph>
    </EmailFrame>
  );
}
